/** One deliberation as everybody may read it: when and where, who is counted, what came of it, what was done. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { useMessages } from "@/ui/language";
import { StateTag } from "@/ui/StateTag";
import { dayOf, minuteOf } from "@/ui/times";
import { useTitle } from "@/ui/useTitle";
import card from "./activity/Card.module.css";
import { Answered } from "./Answered";
import { messages } from "./deliberation/messages";
import { deliberation as deliberationOf, type Deliberation } from "./deliberation/queries";
import { useDeliberationStates, useItemStates } from "./deliberation/states";
import { FactList } from "./FactList";
import { Page } from "./Page";
import { Section } from "./Section";

const NEWCOMERS = "non_local_residents";

const sum = (counted: Record<string, number>) => Object.values(counted).reduce((total, one) => total + one, 0);

function Items({ of }: { of: Deliberation["items"] }) {
  const t = useMessages(messages);
  const states = useItemStates();
  return (
    <ul className={card.list}>
      {of.map(({ id, what, status, due_on, overdue, feedback, fed_back_at }) => (
        <li key={id} className={card.card}>
          <span>{what}</span>
          <span><StateTag states={states} state={status} /> <span className="muted figures">{t.due(due_on)} {overdue && t.overdue}</span></span>
          {feedback && <span className="prose">{feedback} <span className="muted figures">{fed_back_at && t.toldOn(dayOf(fed_back_at))}</span></span>}
        </li>
      ))}
    </ul>
  );
}

function About({ of }: { of: Deliberation }) {
  const t = useMessages(messages);
  const states = useDeliberationStates();
  const people = (counted: Record<string, number>) => (sum(counted) > 0 ? t.people(sum(counted), counted[NEWCOMERS] ?? 0) : "");
  return (
    <>
      <p><StateTag states={states} state={of.state} /></p>
      <FactList
        facts={[
          [t.time, <span key="time" className="figures">{minuteOf(of.meets_at)}</span>],
          [t.place, of.place],
          [t.area, <AreaName key="area" id={of.area_id} />],
          [t.invited, people(of.invited)],
          [t.came, people(of.present)],
          [t.outcome, of.outcome && <strong key="outcome">{t.outcomes[of.outcome]}</strong>],
          [t.conclusion, of.conclusion && <span key="conclusion" className="prose">{of.conclusion}</span>],
          [t.about, of.description && <span key="about" className="prose">{of.description}</span>],
        ]}
      />
      {of.items.length > 0 && <Section title={t.items}><Items of={of.items} /></Section>}
    </>
  );
}

export default function DeliberationPage() {
  const t = useMessages(messages);
  const { id = "" } = useParams();
  const asked = useQuery(deliberationOf(id));
  const title = asked.data?.topic ?? t.title;
  useTitle(title);
  return <Page title={title} from="/deliberations"><Answered query={asked}>{(of) => <About of={of} />}</Answered></Page>;
}
