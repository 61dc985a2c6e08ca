/** Asks to be let into a team, or takes its invitation, after one more tap; a guardian's consent where the server asks for it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Action } from "@/api/view";
import { useMessages } from "@/ui/language";
import { Confirm } from "../Confirm";
import type { Guardian } from "../signup/queries";
import { useAsking } from "../useAsking";
import { GuardianFields, isGuardianAsked, type GuardianDraft } from "../volunteer/GuardianFields";
import { messages } from "./messages";
import { join, teamsKey } from "./queries";

interface Props {
  action: Action;
  label: string;
  question: string;
  /** Of the invitation that is taken; asking changes nothing that was read. */
  version?: number;
}

export function Join({ action, label, question, version }: Props) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { isAsking, opener, ask, stop } = useAsking();
  const [guardian, setGuardian] = useState<GuardianDraft | null>(null);
  const joining = useMutation({
    mutationFn: () => join(action, version ?? null, (guardian as Guardian | null) ?? undefined),
    onError: (error) => setGuardian((given) => given ?? (isGuardianAsked(error) ? {} : null)),
    onSuccess: stop,
    onSettled: () => queries.invalidateQueries({ queryKey: teamsKey }),
  });
  const isFirstAsk = guardian !== null && Object.keys(guardian).length === 0;
  if (!isAsking) return <button ref={opener} type="button" className="act" onClick={ask}>{label}</button>;
  return (
    <Confirm question={question} yes={t.yes} no={t.notYet} onYes={() => joining.mutate()} onNo={stop} pending={joining.isPending} error={isFirstAsk ? null : joining.error}>
      {guardian && <GuardianFields value={guardian} onChange={(part) => setGuardian({ ...guardian, ...part })} error={joining.error} />}
    </Confirm>
  );
}
