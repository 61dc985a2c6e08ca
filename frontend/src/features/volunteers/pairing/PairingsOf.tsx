/** Who stood beside a team from when to when. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { lastDay } from "@/ui/periods";
import { StateTag } from "@/ui/StateTag";
import { WideTable } from "@/ui/WideTable";
import { WorkerName } from "@/ui/WorkerName";
import { pairingsOf, type Pairing } from "./queries";
import { pairingStates } from "./states";

export function PairingsOf({ team_id }: { team_id: string }) {
  return (
    <Answered query={useQuery(pairingsOf(team_id))}>
      {({ items }) => (
        <WideTable<Pairing>
          label="结对记录"
          dataSource={items}
          locale={{ emptyText: "还没有结对过社工" }}
          columns={[
            { title: "社工", render: (_who: unknown, { social_worker_id }) => <WorkerName id={social_worker_id} /> },
            { title: "状态", render: (_state: unknown, { state }) => <StateTag states={pairingStates} state={state} /> },
            { title: "结对时间", render: (_days: unknown, { starts_on, ends_on }) => (ends_on === starts_on ? `${starts_on} 当日` : `${starts_on} 至 ${lastDay(ends_on) ?? "今"}`), className: "figures" },
            { title: "双工活动", render: (_joint: unknown, { joint_activities }) => `${joint_activities} 场`, className: "figures" },
            { title: "详情", render: (_way: unknown, { id }) => <Link to={`/volunteers/pairings/${id}`}>查看</Link> },
          ]}
        />
      )}
    </Answered>
  );
}
