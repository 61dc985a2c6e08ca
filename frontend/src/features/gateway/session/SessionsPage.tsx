/** Where one is signed in, so that a forgotten device can be signed out from here. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Table } from "antd";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { minuteOf } from "@/ui/times";
import { useKeysetList } from "@/ui/useKeysetList";
import { useTitle } from "@/ui/useTitle";
import { OutboxLink } from "../phone/OutboxLink";
import { methods } from "./messages";
import { end, sessions, type Session } from "./queries";
import styles from "./SessionsPage.module.css";

const figures = (instant: string) => <span className="figures">{minuteOf(instant)}</span>;

export default function SessionsPage() {
  const queries = useQueryClient();
  const { rows, request } = useKeysetList(sessions, {});
  const ending = useMutation({ mutationFn: end, onSuccess: () => queries.invalidateQueries() });
  const error = ending.error ?? request.error;
  useTitle("我的登录");

  const button = (_acts: unknown, { id, actions }: Session) =>
    actions.map(({ name, label }) => (
      <Button key={name} size="small" loading={ending.isPending && ending.variables === id} onClick={() => ending.mutate(id)}>{label}</Button>
    ));

  return (
    <div className={styles.page}>
      <header>
        <h1>我的登录</h1>
        <p className="muted">不认得的设备请退出，并修改口令。</p>
      </header>
      {error && <ProblemAlert error={error} onReload={() => void request.refetch()} />}
      <Table<Session>
        rowKey="id"
        size="middle"
        loading={request.isPending}
        dataSource={rows}
        pagination={false}
        scroll={{ x: "max-content" }}
        columns={[
          { title: "设备", render: (_device: unknown, { device, is_current }) => <>{device || "未知设备"}{is_current && <strong> · 本机</strong>}</> },
          { title: "网络", dataIndex: "network", className: "figures" },
          { title: "登录方式", render: (_method: unknown, { method }) => methods[method] },
          { title: "登录时间", render: (_at: unknown, { opened_at }) => figures(opened_at) },
          { title: "最近使用", render: (_at: unknown, { seen_at }) => figures(seen_at) },
          { title: "最迟失效", render: (_at: unknown, { expires_at }) => figures(expires_at) },
          { title: "", render: button },
        ]}
      />
      {request.hasNextPage && <Button onClick={() => void request.fetchNextPage()} loading={request.isFetchingNextPage}>更多</Button>}
      <OutboxLink />
    </div>
  );
}
