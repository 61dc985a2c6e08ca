/** Where one is signed in, so that a forgotten device can be signed out from here. */
import { useMutation } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { useKeysetList } from "@/ui/useKeysetList";
import { useRefresh } from "@/ui/useRefresh";
import { useTitle } from "@/ui/useTitle";
import { OutboxLink } from "../phone/OutboxLink";
import { end, sessions } from "./queries";
import { SessionLine } from "./SessionLine";
import styles from "./SessionsPage.module.css";

export default function SessionsPage() {
  const refresh = useRefresh();
  const { rows, request } = useKeysetList(sessions, {});
  const ending = useMutation({ mutationFn: end, onSuccess: () => void refresh() });
  const error = ending.error ?? request.error;
  useTitle("我的登录");
  return (
    <div className={styles.page}>
      <header>
        <h1>我的登录</h1>
        <p className="muted">不认得的设备请退出，并修改密码。</p>
      </header>
      {error && <ProblemAlert error={error} onReload={() => void request.refetch()} />}
      {request.isPending && <Skeleton active={false} paragraph={{ rows: 4 }} />}
      <ul className={styles.list}>
        {rows.map((session) => (
          <SessionLine key={session.id} session={session} busy={ending.isPending && ending.variables === session.id} onEnd={() => ending.mutate(session.id)} />
        ))}
      </ul>
      {request.hasNextPage && <Button onClick={() => void request.fetchNextPage()} loading={request.isFetchingNextPage}>更多</Button>}
      <OutboxLink />
    </div>
  );
}
