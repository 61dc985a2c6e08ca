/** The teams of a volunteer, now and before. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { lastDay } from "@/ui/periods";
import { StateTag } from "@/ui/StateTag";
import { WideTable } from "@/ui/WideTable";
import { teamsOf, type Membership } from "./queries";
import { membershipStates } from "./states";

export function TeamsOf({ volunteer_id }: { volunteer_id: string }) {
  return (
    <Answered query={useQuery(teamsOf(volunteer_id))}>
      {({ items }) => (
        <WideTable<Membership>
          label="志愿服务队"
          dataSource={items}
          locale={{ emptyText: "没有加入辖区内的志愿服务队" }}
          columns={[
            { title: "队伍", render: (_team: unknown, { team_id, team_name, leads }) => <><Link to={`/volunteers/teams/${team_id}`}>{team_name}</Link>{leads && " 队长"}</> },
            { title: "状态", render: (_state: unknown, { state }) => <StateTag states={membershipStates} state={state} /> },
            { title: "入队日期", render: (_joined: unknown, { joined_on }) => joined_on ?? "—", className: "figures" },
            { title: "最后在队日", render: (_end: unknown, { joined_on, ended_on }) => (joined_on && lastDay(ended_on)) || "—", className: "figures" },
          ]}
        />
      )}
    </Answered>
  );
}
