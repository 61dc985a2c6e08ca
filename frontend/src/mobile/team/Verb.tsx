/** One verb of a membership: asked once more, with a reason where the server wants one. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { act } from "@/api/client";
import type { Action } from "@/api/view";
import { useMessages } from "@/ui/language";
import { Confirm } from "../Confirm";
import { Field } from "../Field";
import { mistakeAt } from "../mistakes";
import { useAsking } from "../useAsking";
import { messages } from "./messages";
import { teamsKey } from "./queries";

interface Props {
  action: Action;
  version: number;
  /** Whom or which team it is about. */
  about: string;
  quiet?: boolean;
}

export function Verb({ action, version, about, quiet }: Props) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { isAsking, opener, ask, stop } = useAsking();
  const [reason, setReason] = useState("");
  const deed = useMutation({
    mutationFn: () => act(action, version, action.needs_reason ? reason.trim() : undefined),
    onSuccess: stop,
    onSettled: () => queries.invalidateQueries({ queryKey: teamsKey }),
  });
  if (!isAsking) return <button ref={opener} type="button" className={quiet ? "act quiet" : "act"} onClick={ask}>{action.label}</button>;
  return (
    <Confirm question={t.sure(action.label, about)} yes={t.yes} no={t.notYet} onYes={() => deed.mutate()} onNo={stop} pending={deed.isPending} error={deed.error}>
      {action.needs_reason && <Field label={t.reason} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} mistake={mistakeAt(deed.error, "/reason")} />}
    </Confirm>
  );
}
