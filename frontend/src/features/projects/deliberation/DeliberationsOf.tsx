/** The deliberations about a need, as lines within it. */
import { Link } from "react-router";
import { StateTag } from "@/ui/StateTag";
import { minuteOf } from "@/ui/times";
import { WideTable } from "@/ui/WideTable";
import { attendance } from "./parties";
import type { Deliberation } from "./queries";
import { deliberationStates, outcomes } from "./states";

export function DeliberationsOf({ deliberations }: { deliberations: Deliberation[] | undefined }) {
  return (
    <WideTable<Deliberation>
      label="议事协商"
      loading={deliberations === undefined}
      dataSource={deliberations ?? []}
      locale={{ emptyText: "没有就此议事" }}
      columns={[
        { title: "议题", render: (_topic: unknown, { id, topic }) => <Link to={`/projects/deliberations/${id}`}>{topic}</Link> },
        { title: "状态", render: (_state: unknown, { state }) => <StateTag states={deliberationStates} state={state} /> },
        { title: "会议时间", render: (_meets: unknown, { meets_at }) => minuteOf(meets_at), className: "figures" },
        { title: "参与人数", render: (_people: unknown, deliberation) => attendance(deliberation) },
        { title: "协商结果", render: (_outcome: unknown, { outcome }) => (outcome ? outcomes[outcome] : "—") },
      ]}
    />
  );
}
