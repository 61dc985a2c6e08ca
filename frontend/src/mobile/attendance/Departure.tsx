/** Who did not check out says when they left; the lead confirms it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useMessages } from "@/ui/language";
import { instantOf, minuteOf } from "@/ui/times";
import { Confirm } from "../Confirm";
import { Field } from "../Field";
import { hoursList } from "../hours/queries";
import { isSaidByFields, mistakeAt, useFirstMistake } from "../mistakes";
import { TextField } from "../TextField";
import { useAsking } from "../useAsking";
import { messages } from "./messages";
import { attendanceOf, attendancesKey, sayLeft, type Attendance } from "./queries";

const FIELDS = ["/left_at", "/reason"];

function Form({ of, onDone }: { of: Attendance; onDone: () => void }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [time, setTime] = useState(minuteOf(of.said_left_at ?? of.checked_in_at).replace(" ", "T"));
  const [reason, setReason] = useState("");
  const saying = useMutation({
    mutationFn: () => sayLeft(of, instantOf(time), reason.trim()),
    onSuccess: onDone,
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: attendancesKey }), queries.invalidateQueries({ queryKey: hoursList.key })]),
  });
  useFirstMistake(saying.error);
  return (
    <Confirm
      question={t.departureAsk(minuteOf(of.checked_in_at).slice(5))}
      yes={t.departureSend}
      no={t.stay}
      onYes={() => saying.mutate()}
      onNo={onDone}
      pending={saying.isPending}
      error={isSaidByFields(saying.error, FIELDS) ? null : saying.error}
    >
      <Field label={t.departureTime} type="datetime-local" value={time} onChange={(event) => setTime(event.target.value)} mistake={mistakeAt(saying.error, "/left_at")} />
      <TextField label={t.departureReason} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} mistake={mistakeAt(saying.error, "/reason")} />
    </Confirm>
  );
}

export function Departure({ signupId }: { signupId: string }) {
  const t = useMessages(messages);
  const { data } = useQuery(attendanceOf(signupId));
  const { isAsking, opener, ask, stop } = useAsking();
  if (!data?.actions.some(({ name }) => name === "departure")) return null;
  if (isAsking) return <Form of={data} onDone={stop} />;
  return (
    <>
      {data.said_left_at && <p className="muted" role="status">{t.departureSaid(minuteOf(data.said_left_at).slice(5))}</p>}
      <button ref={opener} type="button" className="act quiet" onClick={ask}>{t.departure}</button>
    </>
  );
}
