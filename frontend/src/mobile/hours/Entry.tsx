/** One entry of hours: where from, how long, what it waits for. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useMessages } from "@/ui/language";
import { StateTag } from "@/ui/StateTag";
import card from "../activity/Card.module.css";
import { When } from "../activity/Happening";
import { Departure } from "../attendance/Departure";
import { Confirm } from "../Confirm";
import { isSaidByFields, mistakeAt } from "../mistakes";
import { TextField } from "../TextField";
import { useAsking } from "../useAsking";
import { useDuration } from "../useDuration";
import styles from "./Entry.module.css";
import { messages } from "./messages";
import { dispute, hoursList, type Hours } from "./queries";
import { useHoursStates } from "./states";

export function Entry({ entry }: { entry: Hours }) {
  const t = useMessages(messages);
  const states = useHoursStates();
  const lasting = useDuration();
  const queries = useQueryClient();
  const { isAsking, opener, ask, stop } = useAsking();
  const [reason, setReason] = useState("");
  const action = entry.actions.find(({ name }) => name === "dispute");
  const disputing = useMutation({
    mutationFn: () => dispute(action as NonNullable<typeof action>, entry.version, reason.trim()),
    onSuccess: stop,
    onSettled: () => queries.invalidateQueries({ queryKey: hoursList.key }),
  });
  const signupId = entry.links.signup?.split("/").at(-1) ?? "";
  const mayHaveLeft = entry.forgot_check_out && (entry.state === "proposed" || entry.state === "disputed");
  const marks = [t.sources[entry.source], entry.forgot_check_out && t.forgot, entry.place_unknown && (entry.vouched_by ? t.vouched : t.placeUnknown)].filter(Boolean).join(" · ");

  return (
    <li className={card.card}>
      <div className={styles.entry}>
        <h2>{entry.title}</h2>
        <strong className="figures">{lasting(entry.minutes)}</strong>
        <div className={styles.wide}><When {...entry} /></div>
        <div className={styles.wide}><StateTag states={states} state={entry.state} /> <small className="muted">{marks}</small></div>
        {entry.because && <p className={styles.wide}>{t.because(entry.because)}</p>}
        {entry.objection && <p className={styles.wide}>{t.objection(entry.objection)}</p>}
      </div>
      {mayHaveLeft && <Departure signupId={signupId} />}
      {action && !isAsking && <button ref={opener} type="button" className="act quiet" onClick={ask}>{t.dispute}</button>}
      {action && isAsking && (
        <Confirm
          question={t.disputeAsk}
          yes={t.dispute}
          no={t.notNow}
          onYes={() => disputing.mutate()}
          onNo={stop}
          pending={disputing.isPending}
          error={isSaidByFields(disputing.error, ["/reason"]) ? null : disputing.error}
        >
          <TextField
            label={t.disputeReason}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            mistake={mistakeAt(disputing.error, "/reason")}
          />
        </Confirm>
      )}
    </li>
  );
}
