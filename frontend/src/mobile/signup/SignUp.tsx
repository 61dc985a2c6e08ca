/** The way into one kind of work: sign in, register, sign up; or what has become of my sign-up. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useMessages } from "@/ui/language";
import { activityIdOf, type Opportunity } from "../activity/queries";
import { useMyself } from "../myself";
import { useOutbox } from "../outbox";
import { signInHref } from "../SignedIn";
import { useAsking } from "../useAsking";
import { isTooYoung } from "./age";
import { ConfirmSignUp } from "./ConfirmSignUp";
import { messages } from "./messages";
import { MySignup } from "./MySignup";
import { signupsOf } from "./queries";
import styles from "./SignUp.module.css";

const open = ({ state, starts_at }: Opportunity) => state === "open" && new Date(starts_at) > new Date();

export function SignUp({ opportunity }: { opportunity: Opportunity }) {
  const t = useMessages(messages);
  const { isAsking, opener, ask, stop } = useAsking();
  const { account, volunteer } = useMyself();
  const { data: signups } = useQuery({ ...signupsOf(account?.id ?? ""), enabled: Boolean(account) });
  const action = opportunity.actions.find(({ name }) => name === "signup");
  const kept = useOutbox().some(({ href, refusal }) => href === action?.href && !refusal);
  const activityId = activityIdOf(opportunity);
  const here = `/activities/${activityId}`;
  // All work of an activity is at one time, so that one sign-up leaves no room for another.
  const standing = signups?.filter(({ activity_id, state }) => activity_id === activityId && state !== "cancelled");
  const mine = standing?.find(({ opportunity_id }) => opportunity_id === opportunity.id);
  const other = standing?.[0];
  const label = opportunity.places_left ? t.signUp : t.joinWaiting;

  if (isAsking && account && action && !other) {
    return <ConfirmSignUp opportunity={opportunity} action={action} accountId={account.id} onDone={stop} />;
  }
  if (mine) return <MySignup signup={mine} />;
  if (kept) return <p className={styles.note} role="status">{t.kept}</p>;
  if (!open(opportunity)) return <p className={styles.note}>{t.closed}</p>;
  if (other) return <p className={styles.note} role="status">{t.alreadyIn(other.role_name)}</p>;
  if (volunteer && isTooYoung(volunteer, opportunity)) return <p className={styles.note}>{t.tooYoung(opportunity.minimum_age)}</p>;
  if (account === null) return <Link className="act" to={signInHref(here)}>{label}</Link>;
  if (volunteer === null) return <Link className="act" to={`/register?to=${encodeURIComponent(here)}`}>{label}</Link>;
  // While it is not yet known who this is, the button stands where it will be.
  return (
    <button ref={opener} type="button" className="act" disabled={!volunteer || !signups || !action} onClick={ask}>{label}</button>
  );
}
