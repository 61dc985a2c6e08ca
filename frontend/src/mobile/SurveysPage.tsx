/** The surveys I was drawn for: those that wait first. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Account } from "@/api/session";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { minuteOf } from "@/ui/times";
import { useTitle } from "@/ui/useTitle";
import card from "./activity/Card.module.css";
import { Loading } from "./Loading";
import { Page } from "./Page";
import { Refusal } from "./Refusal";
import { Section } from "./Section";
import { SignedIn } from "./SignedIn";
import { messages } from "./survey/messages";
import { invitations, type Invitation } from "./survey/queries";

function Listed({ invitation }: { invitation: Invitation }) {
  const t = useMessages(messages);
  const isWaiting = invitation.state === "waiting";
  return (
    <li className={card.card}>
      <div className={card.what}>
        <h3>{invitation.title}</h3>
        <span className="muted">{t.until(minuteOf(invitation.closes_at))}</span>
      </div>
      {invitation.actions.length > 0 && <Link className={isWaiting ? "act" : "act quiet"} to={`/surveys/${invitation.survey_id}`}>{isWaiting ? t.give : t.correct}</Link>}
    </li>
  );
}

function Mine({ account }: { account: Account }) {
  const t = useMessages(messages);
  const waiting = useQuery(invitations(account.id, "waiting"));
  const answered = useQuery(invitations(account.id, "answered"));
  if (waiting.error) return <Refusal error={waiting.error} />;
  if (!waiting.data || !answered.data) return <Loading />;
  if (waiting.data.length + answered.data.length === 0) return <EmptyState title={t.empty} advice={t.emptyAdvice} />;
  return (
    <>
      {waiting.data.length > 0 && <Section title={t.waiting}><ul className={card.list}>{waiting.data.map((one) => <Listed key={one.id} invitation={one} />)}</ul></Section>}
      {answered.data.length > 0 && <Section title={t.answered}><ul className={card.list}>{answered.data.map((one) => <Listed key={one.id} invitation={one} />)}</ul></Section>}
    </>
  );
}

export default function SurveysPage() {
  const t = useMessages(messages);
  useTitle(t.title);
  return <Page title={t.title} from="/mine"><SignedIn>{(account) => <Mine account={account} />}</SignedIn></Page>;
}
