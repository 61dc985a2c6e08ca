/** Who is in a team, who asks to be, and everybody who was, with days: nobody vanishes from the past. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { ActionButtons } from "@/ui/ActionButtons";
import { Answered } from "@/ui/Answered";
import { lastDay } from "@/ui/periods";
import { StateTag } from "@/ui/StateTag";
import { dayOf } from "@/ui/times";
import { WideTable } from "@/ui/WideTable";
import { VolunteerName } from "../PersonName";
import { membersOf, type Membership } from "./queries";
import { membershipStates } from "./states";

const order: Membership["state"][] = ["asked", "invited", "member", "removed", "left", "declined"];

/** Who waits first, then the leader and the others. */
const inTurn = (one: Membership, other: Membership) => order.indexOf(one.state) - order.indexOf(other.state) || Number(other.leads) - Number(one.leads);

const days = ({ joined_on, ended_on, asked_at }: Membership) => {
  if (!joined_on) return `${dayOf(asked_at)} 提出`;
  return ended_on === joined_on ? `${joined_on} 当日离队` : `${joined_on} 至 ${lastDay(ended_on) ?? "今"}`;
};

export function MembersTable({ team_id }: { team_id: string }) {
  return (
    <Answered query={useQuery(membersOf(team_id))}>
      {({ items }) => (
        <WideTable<Membership>
          label="队员"
          dataSource={[...items].sort(inTurn)}
          locale={{ emptyText: "还没有队员" }}
          columns={[
            { title: "志愿者", render: (_who: unknown, { volunteer_id, leads }) => <><Link to={`/volunteers/volunteers/${volunteer_id}`}><VolunteerName id={volunteer_id} /></Link>{leads && " 队长"}</> },
            { title: "状态", render: (_state: unknown, { state }) => <StateTag states={membershipStates} state={state} /> },
            { title: "在队时间", render: (_days: unknown, one) => days(one), className: "figures" },
            { title: "说明", render: (_why: unknown, { ended_because }) => ended_because ?? "—" },
            { title: "办理", render: (_acts: unknown, one) => <ActionButtons record={one} inRow /> },
          ]}
        />
      )}
    </Answered>
  );
}
