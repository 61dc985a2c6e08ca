/** One activity, one code, one button. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState, type FormEvent } from "react";
import { useNavigate } from "react-router";
import type { Action } from "@/api/view";
import { useMessages } from "@/ui/language";
import { Field } from "../Field";
import { isSaidByFields, mistakeAt, useFirstMistake } from "../mistakes";
import { discard, useOutbox } from "../outbox";
import { locate } from "../position";
import { Refusal } from "../Refusal";
import { signupsKey, type Signup } from "../signup/queries";
import { useAsking } from "../useAsking";
import { CODE_LENGTH, tidy, type Scanned } from "./code";
import { LeaveEarly } from "./LeaveEarly";
import { messages } from "./messages";
import { check, type Attendance } from "./queries";
import { canScan, Scanner } from "./Scanner";
import { isEarly } from "./served";

interface Props {
  signup: Signup;
  action: Action;
  /** From the square that opened the app. */
  known: string;
  onDone: (attendance: Attendance) => void;
}

export function Check({ signup, action, known, onDone }: Props) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [code, setCode] = useState(known);
  const [isScanning, setScanning] = useState(false);
  const [isLocating, setLocating] = useState(false);
  const { isAsking, opener, ask, stop } = useAsking();
  const isOut = action.name === "check-out";
  const letters = useOutbox().filter(({ href }) => href === action.href);
  const refusedBefore = letters.filter(({ refusal }) => refusal);
  const checking = useMutation({
    mutationFn: async () => {
      setLocating(true);
      const position = await locate().finally(() => setLocating(false));
      return check(action, signup, code, position, t.label(isOut, signup.title));
    },
    onSuccess: (sent) => {
      refusedBefore.forEach(({ key }) => discard(key));
      if (sent.state === "sent") onDone(sent.answer);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: signupsKey }),
  });
  useFirstMistake(checking.error);

  const take = useCallback(({ code: read, activityId }: Scanned) => {
    setScanning(false);
    if (activityId === null || activityId === signup.activity_id) setCode(read);
    // The square of another activity than the one shown: that one is meant.
    else void navigate(`/check-in?${new URLSearchParams({ activity: activityId, code: read }).toString()}`, { replace: true });
  }, [navigate, signup.activity_id]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isOut && isEarly(signup)) ask();
    else checking.mutate();
  }

  function leave() {
    stop();
    checking.mutate();
  }

  const scan = canScan() && (
    <button type="button" className="act quiet" onClick={() => setScanning(!isScanning)}>{isScanning ? t.stopScan : t.scan}</button>
  );
  if (letters.length > refusedBefore.length) return <p className="done" role="status">{t.kept(isOut)}</p>;
  if (isAsking) return <LeaveEarly signup={signup} onYes={leave} onNo={stop} />;
  return (
    <form className="form" onSubmit={submit} noValidate>
      {isScanning && <Scanner onRead={take} />}
      <Field
        label={t.code}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={CODE_LENGTH + 4}
        style={{ fontSize: "1.5rem", letterSpacing: "0.15em" }}
        value={code}
        onChange={(event) => setCode(tidy(event.target.value))}
        mistake={mistakeAt(checking.error, "/code")}
        beside={scan || undefined}
      />
      <p className="muted">{t.codeAdvice}</p>
      <Refusal error={isSaidByFields(checking.error, ["/code"]) ? null : checking.error} />
      <button ref={opener} type="submit" className="act big" disabled={checking.isPending || code.length < CODE_LENGTH}>
        {isLocating ? t.locating : isOut ? t.checkOut : t.checkIn}
      </button>
    </form>
  );
}
