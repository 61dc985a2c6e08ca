/** Asks once before an act that cannot be taken back, saying what will happen to which record; a refusal is said inside. Enter at once goes back. */
import { Modal } from "antd";
import type { ReactNode } from "react";
import { useMessages } from "./language";
import { messages } from "./messages";
import { ProblemAlert } from "./ProblemAlert";

interface Props {
  act: string;
  says: ReactNode;
  busy: boolean;
  error?: unknown;
  /** Loads again the record the act is about. */
  onReload?: () => void;
  onYes: () => void;
  onClose: () => void;
}

export function ConfirmDialog({ act, says, busy, error, onReload, onYes, onClose }: Props) {
  const t = useMessages(messages);
  return (
    <Modal open closable={false} title={act} okText={act} cancelText={t.back} confirmLoading={busy} cancelButtonProps={{ autoFocus: true }} onOk={onYes} onCancel={onClose}>
      {Boolean(error) && <ProblemAlert error={error} onReload={onReload} />}
      <p>{says}</p>
    </Modal>
  );
}
