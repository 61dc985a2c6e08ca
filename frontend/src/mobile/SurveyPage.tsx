/** One survey: how content one was, in five words, and what one likes to add. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { Problem } from "@/api/problem";
import type { Account } from "@/api/session";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { Answered, both } from "./Answered";
import { Choices } from "./Choices";
import { mistakeAt } from "./mistakes";
import { discard, refused } from "./outbox";
import { Page } from "./Page";
import { Refusal } from "./Refusal";
import { SignedIn } from "./SignedIn";
import { messages } from "./survey/messages";
import { give, invitations, invitationsKey, type Answer, type Invitation } from "./survey/queries";
import { TextField } from "./TextField";

/** The answer is nobody's to read, so nothing of it is kept on the phone; only what could not be sent waits there. */
function Form({ invitation }: { invitation: Invitation }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [params] = useSearchParams();
  const letter = refused(params.get("letter"));
  const before = letter?.body as Answer | undefined;
  const [score, setScore] = useState(before ? String(before.score) : "");
  const [comment, setComment] = useState(before?.comment ?? "");
  const [isAsked, setAsked] = useState(false);
  const action = invitation.actions[0];
  const giving = useMutation({
    mutationFn: (act: NonNullable<typeof action>) =>
      give(invitation, act, { score: Number(score), comment: comment.trim() || null }, t.label(invitation.title)),
    onSuccess: () => letter && discard(letter.key),
    onSettled: () => queries.invalidateQueries({ queryKey: invitationsKey }),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    if (action && score) giving.mutate(action);
  }

  const error = giving.error ?? (letter?.refusal ? new Problem(letter.refusal) : null);
  const words = t.scores.map((label, at) => ({ value: String(at + 1), label: `${at + 1} ${label}` })).reverse();
  if (giving.data) return <Done isKept={giving.data.state === "waiting"} />;
  return (
    <form className="form" onSubmit={submit} noValidate>
      <h2>{invitation.title}</h2>
      {invitation.stage_no !== null && <p>{t.stage(invitation.stage_no)}</p>}
      <Choices
        stacked
        legend={invitation.subject === "contract_stage" ? t.stageQuestion : t.question}
        options={words}
        chosen={[score]}
        onChoose={([one = ""]) => setScore(one)}
        mistake={isAsked && !score ? t.scoreMissing : undefined}
      />
      <TextField
        label={t.comment}
        maxLength={500}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
        mistake={mistakeAt(error, "/comment")}
      />
      <p className="muted">{t.anonymous}</p>
      <Refusal error={error} />
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
    return <Form key={invitation.survey_id} invitation={invitation} />;
  }
  return (
    <Answered query={both(waiting, answered)}>
      {() => <EmptyState title={t.gone} act={<Link className="act quiet" to="/surveys">{t.back}</Link>} />}
    </Answered>
  );
}

export default function SurveyPage() {
  const t = useMessages(messages);
  useTitle(t.title);
  return <Page title={t.title} from="/surveys"><SignedIn>{(account) => <Mine account={account} />}</SignedIn></Page>;
}
