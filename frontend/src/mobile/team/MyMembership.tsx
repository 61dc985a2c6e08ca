/** How I stand with a team, and what I may do about it. */
import { useMessages } from "@/ui/language";
import { StateTag } from "@/ui/StateTag";
import { Join } from "./Join";
import { messages } from "./messages";
import type { Membership } from "./queries";
import { useMembershipStates } from "./states";
import { Verb } from "./Verb";

const MINE = ["declining", "leaving"];

export function MyMembership({ membership }: { membership: Membership }) {
  const t = useMessages(messages);
  const states = useMembershipStates();
  const acceptance = membership.actions.find(({ name }) => name === "acceptance");
  return (
    <>
      <p role="status">
        <StateTag states={states} state={membership.state} /> {membership.leads && t.leads} {membership.ended_because && <span className="muted">{t.because(membership.ended_because)}</span>}
      </p>
      {acceptance && <Join action={acceptance} version={membership.version} label={t.accept} question={t.accepting(membership.team_name)} />}
      {membership.actions.filter(({ name }) => MINE.includes(name)).map((action) => <Verb key={action.name} action={action} version={membership.version} about={membership.team_name} quiet />)}
    </>
  );
}
