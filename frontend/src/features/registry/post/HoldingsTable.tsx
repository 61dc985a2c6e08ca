/** 在岗记录: who held a post from which day until which, the latest first. */
import { lastDay } from "@/ui/periods";
import { WideTable } from "@/ui/WideTable";
import { WorkerName } from "@/ui/WorkerName";
import type { Holding } from "./queries";

const key = ({ social_worker_id, starts_on }: Holding) => social_worker_id + starts_on;

export function HoldingsTable({ holdings }: { holdings: Holding[] }) {
  return (
    <WideTable<Holding>
      label="在岗记录"
      rowKey={key}
      dataSource={[...holdings].reverse()}
      locale={{ emptyText: "还没有人上过岗" }}
      columns={[
        { title: "社工", render: (_who: unknown, { social_worker_id }) => <WorkerName id={social_worker_id} /> },
        { title: "上岗日期", dataIndex: "starts_on", className: "figures" },
        { title: "最后在岗日", render: (_end: unknown, { starts_on, ends_on }) => (ends_on === starts_on ? "当日离岗" : (lastDay(ends_on) ?? "在岗")), className: "figures" },
        { title: "离岗原因", render: (_why: unknown, { vacated_because }) => vacated_because ?? "—" },
      ]}
    />
  );
}
