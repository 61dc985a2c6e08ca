/** The surveys I was drawn for: those that wait first. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Account } from "@/api/session";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { minuteOf } from "@/ui/times";
import { useTitle } from "@/ui/useTitle";
import card from "./activity/Card.module.css";
import { Answered, both } from "./Answered";
import { Page } from "./Page";
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
        {invitation.stage_no !== null && <span>{t.stage(invitation.stage_no)}</span>}
        <span className="muted">{t.until(minuteOf(invitation.closes_at))}</span>
      </div>
      {invitation.actions.length > 0 && (
        <Link className={isWaiting ? "act" : "act quiet"} to={`/surveys/${invitation.survey_id}`}>{isWaiting ? t.give : t.correct}</Link>
      )}
    </li>
  );
}

function Group({ title, list }: { title: string; list: Invitation[] }) {
  if (list.length === 0) return null;
  return <Section title={title}><ul className={card.list}>{list.map((one) => <Listed key={one.id} invitation={one} />)}</ul></Section>;
}

function Mine({ account }: { account: Account }) {
  const t = useMessages(messages);
  const waiting = useQuery(invitations(account.id, "waiting"));
  const answered = useQuery(invitations(account.id, "answered"));
  return (
    <Answered query={both(waiting, answered)}>
      {([open, given]) => (
        <>
          {open.length + given.length === 0 && <EmptyState title={t.empty} advice={t.emptyAdvice} />}
          <Group title={t.waiting} list={open} />
          <Group title={t.answered} list={given} />
        </>
      )}
    </Answered>
  );
}

export default function SurveysPage() {
  const t = useMessages(messages);
  useTitle(t.title);
  return <Page title={t.title} from="/mine"><SignedIn>{(account) => <Mine account={account} />}</SignedIn></Page>;
}
