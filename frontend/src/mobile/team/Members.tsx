/** Who is in the team that I lead, and who asks to be: let in, turned away, asked to leave. */
import { useQuery } from "@tanstack/react-query";
import { useMessages } from "@/ui/language";
import { StateTag } from "@/ui/StateTag";
import card from "../activity/Card.module.css";
import { Answered } from "../Answered";
import { Section } from "../Section";
import { messages } from "./messages";
import { membersOf, nameOf, type Membership } from "./queries";
import { useMembershipStates } from "./states";
import { Verb } from "./Verb";

const LED = ["admission", "refusal", "removal"];
const PRESENT = ["asked", "invited", "member"];

function Member({ membership }: { membership: Membership }) {
  const t = useMessages(messages);
  const states = useMembershipStates();
  const { data: name } = useQuery(nameOf(membership.volunteer_id));
  return (
    <li className={card.card}>
      <p><strong>{name ?? t.unknown}</strong> <StateTag states={states} state={membership.state} /></p>
      {membership.actions.filter((action) => LED.includes(action.name)).map((action) => <Verb key={action.name} action={action} version={membership.version} about={name ?? t.unknown} quiet={action.needs_reason} />)}
    </li>
  );
}

export function Members({ of }: { of: string }) {
  const t = useMessages(messages);
  return (
    <Section title={t.team}>
      <Answered query={useQuery(membersOf(of))}>
        {(all) => {
          const others = all.filter(({ state, leads }) => PRESENT.includes(state) && !leads).sort((one, other) => PRESENT.indexOf(one.state) - PRESENT.indexOf(other.state));
          return others.length > 0 ? <ul className={card.list}>{others.map((one) => <Member key={one.id} membership={one} />)}</ul> : <p>{t.nobody}</p>;
        }}
      </Answered>
    </Section>
  );
}
