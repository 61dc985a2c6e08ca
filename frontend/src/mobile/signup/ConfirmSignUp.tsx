/** Signs up after one more tap; asks for a guardian's consent where the server does. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/problem";
import type { Action } from "@/api/view";
import { useMessages } from "@/ui/language";
import { activityIdOf, opportunities, type Opportunity } from "../activity/queries";
import { Confirm } from "../Confirm";
import { discard, useOutbox } from "../outbox";
import { GuardianFields, isGuardianAsked, type GuardianDraft } from "../volunteer/GuardianFields";
import { messages } from "./messages";
import { signUp, signupsKey, signupsOf, type Guardian, type Signup } from "./queries";

interface Props {
  opportunity: Opportunity;
  action: Action;
  accountId: string;
  onDone: () => void;
}

export function ConfirmSignUp({ opportunity, action, accountId, onDone }: Props) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const refusedBefore = useOutbox().filter(({ href, refusal }) => href === action.href && refusal);
  const [guardian, setGuardian] = useState<GuardianDraft | null>(null);
  const [companion, setCompanion] = useState(false);
  const signing = useMutation({
    mutationFn: () => signUp(action, (guardian as Guardian | null) ?? undefined, t.label(opportunity.title), `/activities/${activityIdOf(opportunity)}`),
    onError: (error) => {
      setGuardian((given) => given ?? (isGuardianAsked(error) ? {} : null));
      setCompanion((asked) => asked || (error instanceof Problem && error.type === "companion-missing"));
    },
    onSuccess: async (sent) => {
      refusedBefore.forEach(({ key }) => discard(key));
      if (sent.state === "sent") show(sent.answer);
      onDone();
      await queries.invalidateQueries({ queryKey: opportunities.key });
    },
  });

  /** At once, so that nobody taps again; then as the server tells it. */
  function show(signup: Signup) {
    queries.setQueryData(signupsOf(accountId).queryKey, (known) => [signup, ...(known ?? [])]);
    void queries.invalidateQueries({ queryKey: signupsKey });
  }

  const isFirstAsk = guardian !== null && Object.keys(guardian).length === 0;
  return (
    <Confirm
      question={opportunity.places_left ? t.ask(opportunity.role_name) : t.askWaiting(opportunity.role_name)}
      yes={t.confirm}
      no={t.notYet}
      onYes={() => signing.mutate()}
      onNo={onDone}
      pending={signing.isPending}
      error={isFirstAsk ? null : signing.error}
    >
      {guardian && <GuardianFields value={guardian} onChange={(part) => setGuardian({ ...guardian, ...part })} error={signing.error} companion={companion} />}
    </Confirm>
  );
}
