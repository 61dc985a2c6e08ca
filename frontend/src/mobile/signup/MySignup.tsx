/** What has become of a sign-up: its state, its number on the waiting list, calendar, cancelling. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation } from "react-router";
import { act } from "@/api/client";
import { useMessages } from "@/ui/language";
import { StateTag } from "@/ui/StateTag";
import { isPast } from "@/ui/times";
import { calendarOf, opportunities } from "../activity/queries";
import { Departure } from "../attendance/Departure";
import { Handover } from "../attendance/Handover";
import { Confirm } from "../Confirm";
import { useAsking } from "../useAsking";
import { Acceptance } from "./Acceptance";
import { messages } from "./messages";
import styles from "./MySignup.module.css";
import { Line, Ways } from "./Line";
import { signupsKey, type Signup } from "./queries";
import { useSignupStates } from "./states";

const CHECKS = ["check-in", "check-out"];

export function MySignup({ signup }: { signup: Signup }) {
  const t = useMessages(messages);
  const states = useSignupStates();
  const queries = useQueryClient();
  const { isAsking, opener, ask, stop } = useAsking();
  // Its own page offers the calendar to everybody.
  const isAtActivity = useLocation().pathname === `/activities/${signup.activity_id}`;
  const cancellation = signup.actions.find(({ name }) => name === "cancellation");
  const check = signup.actions.find(({ name }) => CHECKS.includes(name));
  const cancelling = useMutation({
    mutationFn: () => act(cancellation as NonNullable<typeof cancellation>, signup.version),
    onSuccess: stop,
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: signupsKey }), queries.invalidateQueries({ queryKey: opportunities.key })]),
  });
  const isWaiting = signup.state === "waiting" && signup.waiting_number !== null;

  return (
    <div className={styles.signup}>
      <p className={styles.state} role="status">
        <StateTag states={states} state={signup.state} />
        {isWaiting && <strong className="figures">{t.waitingNumber(signup.waiting_number as number)}</strong>}
        {signup.cancelled_because && <span className="muted">{t.because[signup.cancelled_because]}</span>}
      </p>
      {isWaiting && <Line id={signup.id} />}
      <Ways signup={signup} />
      <Acceptance signup={signup} />
      {signup.state === "attending" && <Handover signupId={signup.id} />}
      {signup.state === "attending" && isPast(signup.starts_at) && <Departure signupId={signup.id} />}
      {isAsking && cancellation ? (
        <Confirm
          question={t.cancelAsk(signup.title)}
          yes={t.cancel}
          no={t.keep}
          onYes={() => cancelling.mutate()}
          onNo={stop}
          pending={cancelling.isPending}
          error={cancelling.error}
        />
      ) : (
        <div className={styles.acts}>
          {check && <Link className="act" to={`/check-in?activity=${signup.activity_id}`}>{check.name === "check-out" ? t.checkOut : t.checkIn}</Link>}
          {cancellation && !isAtActivity && <a className="act quiet" href={calendarOf(signup.activity_id)} download>{t.calendar}</a>}
          {cancellation && <button ref={opener} type="button" className="act quiet" onClick={ask}>{t.cancel}</button>}
        </div>
      )}
    </div>
  );
}
