/** One survey: how content one was, in five words, and what one likes to add. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link, useParams } from "react-router";
import type { Account } from "@/api/session";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { Choices } from "./Choices";
import { useDraft } from "./draft";
import { Loading } from "./Loading";
import { mistakeAt } from "./mistakes";
import { Page } from "./Page";
import { Refusal } from "./Refusal";
import { SignedIn } from "./SignedIn";
import { messages } from "./survey/messages";
import { give, invitations, invitationsKey, type Invitation } from "./survey/queries";
import { TextField } from "./TextField";

const NOTHING = { score: "", comment: "" };

function Form({ invitation, account }: { invitation: Invitation; account: Account }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { values, change, drop } = useDraft(`survey:${invitation.survey_id}`, NOTHING);
  const [isAsked, setAsked] = useState(false);
  const action = invitation.actions[0];
  const giving = useMutation({
    mutationFn: (act: NonNullable<typeof action>) =>
      give(invitation, act, { score: Number(values.score), comment: values.comment.trim() || null }, t.label(invitation.title), account.id),
    onSuccess: drop,
    onSettled: () => queries.invalidateQueries({ queryKey: invitationsKey }),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (action && values.score) giving.mutate(action);
  }

  if (giving.data) return <Done isKept={giving.data.state === "waiting"} />;
  return (
    <form className="form" onSubmit={submit} noValidate>
      <h2>{invitation.title}</h2>
      <Choices stacked legend={t.question} options={t.scores.map((label, at) => ({ value: String(at + 1), label: `${at + 1} ${label}` })).reverse()} chosen={[values.score]} onChoose={([score = ""]) => change({ score })} mistake={isAsked && !values.score ? t.scoreMissing : undefined} />
      <TextField label={t.comment} maxLength={500} value={values.comment} onChange={(event) => change({ comment: event.target.value })} mistake={mistakeAt(giving.error, "/comment")} />
      <p className="muted">{t.anonymous}</p>
      <Refusal error={giving.error} />
      <button type="submit" className="act" disabled={giving.isPending}>{t.submit}</button>
    </form>
  );
}

function Done({ isKept }: { isKept: boolean }) {
  const t = useMessages(messages);
  return (
    <div className="form">
      <p className="done" role="status">{isKept ? t.kept : t.done}</p>
      <Link className="act quiet" to="/surveys">{t.back}</Link>
    </div>
  );
}

function Mine({ account }: { account: Account }) {
  const t = useMessages(messages);
  const { id } = useParams();
  const waiting = useQuery(invitations(account.id, "waiting"));
  const answered = useQuery(invitations(account.id, "answered"));
  // Once opened it stays: answering takes it from the list that waits.
  const [opened, setOpened] = useState<Invitation | null>(null);
  const invitation = opened ?? [...(waiting.data ?? []), ...(answered.data ?? [])].find(({ survey_id }) => survey_id === id);
  if (invitation) {
    if (!opened) setOpened(invitation);
    return <Form invitation={invitation} account={account} />;
  }
  if (waiting.error) return <Refusal error={waiting.error} />;
  if (!waiting.data || !answered.data) return <Loading />;
  return <EmptyState title={t.gone} act={<Link className="act quiet" to="/surveys">{t.back}</Link>} />;
}

export default function SurveyPage() {
  const t = useMessages(messages);
  useTitle(t.title);
  return <Page title={t.title} from="/surveys"><SignedIn>{(account) => <Mine account={account} />}</SignedIn></Page>;
}
