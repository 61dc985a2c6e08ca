/** Where somebody stands in the waiting list, and what was not the ordinary way into an activity. */
import { useQuery } from "@tanstack/react-query";
import { useMessages } from "@/ui/language";
import { messages } from "./messages";
import { lineOf, type Signup } from "./queries";

export function Line({ id }: { id: string }) {
  const t = useMessages(messages);
  const { data } = useQuery(lineOf(id));
  return (
    <>
      {data?.waiting && <p>{t.ahead(data.ahead)}</p>}
      {data && data.passed_by > 0 && <p className="muted">{t.passedBy(data.passed_by)}</p>}
      <p className="muted">{t.waitingAdvice}</p>
    </>
  );
}

export function Ways({ signup: { state, excused_because, walk_in, admitted_because, clash_signup_id, uncounted_because } }: { signup: Signup }) {
  const t = useMessages(messages);
  // Whom the lead took in knew of the other one; who finds out now can still cancel one of the two.
  const mayChoose = !admitted_because && (state === "waiting" || state === "confirmed");
  return (
    <>
      {state === "no_show" && <p className="muted">{t.missed}</p>}
      {excused_because && <p className="muted">{t.excused(excused_because)}</p>}
      {walk_in && <p className="muted">{t.walkedIn}</p>}
      {admitted_because && <p className="muted">{t.admitted(admitted_because)}</p>}
      {clash_signup_id && (mayChoose ? <p role="status"><strong>{t.movedOnto}</strong></p> : <p className="muted">{t.clashes}</p>)}
      {uncounted_because && <p role="status">{t.uncounted(uncounted_because)}</p>}
    </>
  );
}
