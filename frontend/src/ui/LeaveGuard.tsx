/** Asks before a page with unsubmitted work is left. */
import { Button, Modal } from "antd";
import { useEffect, type RefObject } from "react";
import { useBlocker } from "react-router";
import { useMessages } from "./language";
import { messages } from "./messages";

interface Props {
  unsaved: RefObject<boolean>;
  /** Where no draft is kept. */
  loses?: boolean;
}

export function LeaveGuard({ unsaved, loses }: Props) {
  const t = useMessages(messages);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved.current && currentLocation.pathname !== nextLocation.pathname);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => unsaved.current && event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);

  if (blocker.state !== "blocked") return null;
  const leave = <Button key="leave" onClick={blocker.proceed}>{t.leave}</Button>;
  const stay = <Button key="stay" type="primary" onClick={blocker.reset}>{t.stay}</Button>;
  return (
    <Modal open title={t.leaveTitle} footer={[leave, stay]} onCancel={blocker.reset} closable={false}>
      {loses ? t.leaveLoses : t.leaveAdvice}
    </Modal>
  );
}
