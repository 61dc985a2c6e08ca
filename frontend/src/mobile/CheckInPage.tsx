/** Checking in to an activity and out again: one screen with one button. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import type { Account } from "@/api/session";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { minuteOf } from "@/ui/times";
import { useTitle } from "@/ui/useTitle";
import card from "./activity/Card.module.css";
import { When } from "./activity/Happening";
import { Check } from "./attendance/Check";
import { tidy } from "./attendance/code";
import styles from "./attendance/CheckIn.module.css";
import { Handover } from "./attendance/Handover";
import { messages } from "./attendance/messages";
import { checkOf, type Attendance } from "./attendance/queries";
import { minutesServed } from "./attendance/served";
import { WalkIn } from "./attendance/WalkIn";
import { Answered } from "./Answered";
import { messages as frame } from "./messages";
import { Page } from "./Page";
import { RowLink } from "./RowLink";
import { Section } from "./Section";
import { SignedIn } from "./SignedIn";
import { signupsOf, type Signup } from "./signup/queries";

const ASK_AGAIN = 30_000;
const timeOf = (instant: string) => minuteOf(instant).slice(11);

/** Where a button waits first, then what comes next. */
function inTurn(signups: Signup[]): Signup[] {
  const now = new Date().toISOString();
  const open = signups.filter((signup) => checkOf(signup) ?? (signup.state === "confirmed" && new Date(signup.ends_at).toISOString() > now));
  return open.sort((one, other) => Number(Boolean(checkOf(other))) - Number(Boolean(checkOf(one))) || one.starts_at.localeCompare(other.starts_at));
}

function Done({ attendance, signup }: { attendance: Attendance; signup: Signup | undefined }) {
  const t = useMessages(messages);
  const { checked_out_at, checked_in_at, place_unknown, vouched_at } = attendance;
  const isForNothing = checked_out_at && signup && minutesServed(signup, checked_in_at, checked_out_at) === 0;
  return (
    <div className="done" role="status">
      <p><strong>{checked_out_at ? t.checkedOut(timeOf(checked_out_at)) : t.checkedIn(timeOf(checked_in_at))}</strong></p>
      {place_unknown && <p>{vouched_at ? t.vouched : t.placeUnknown}</p>}
      <p>{isForNothing ? t.outNothing : checked_out_at ? t.outAdvice : t.inAdvice}</p>
      {checked_out_at && !isForNothing && <Link className="act quiet" to="/hours">{t.seeHours}</Link>}
    </div>
  );
}

function Checking({ signups }: { signups: Signup[] }) {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const [done, setDone] = useState<Attendance | null>(null);
  const turn = inTurn(signups);
  const named = params.get("activity");
  // What was just done stays in sight, until another activity is asked for.
  const isDoneHere = done !== null && (named === null || named === done.activity_id);
  const signup = isDoneHere ? signups.find(({ id }) => id === done.signup_id) : named ? turn.find(({ activity_id }) => activity_id === named) : turn[0];
  const action = signup && checkOf(signup);
  // The list is asked again after each check; until it answers, its old button is not shown.
  const isStale = isDoneHere && action?.name === (done.checked_out_at ? "check-out" : "check-in");
  const known = isDoneHere ? "" : tidy(params.get("code") ?? "");
  const others = turn.filter((one) => one !== signup);

  return (
    <>
      {signup && (
        <div className={card.card}>
          <div className={card.what}>
            {!action && !isDoneHere && <span className="muted">{t.next}</span>}
            <h2>{signup.title}</h2>
            <When {...signup} />
            <span>{signup.place_name} · {signup.role_name}</span>
          </div>
        </div>
      )}
      <div className={styles.act}>
        {isDoneHere && <Done attendance={done} signup={signup} />}
        {signup?.state === "attending" && <Handover signupId={signup.id} />}
        {signup && action && !isStale && <Check key={signup.id + action.name} signup={signup} action={action} known={known} onDone={setDone} />}
        {!isDoneHere && signup && !action && <p className="muted">{t.notYet}</p>}
        {!isDoneHere && !signup && named && <WalkIn key={named} activityId={named} known={tidy(params.get("code") ?? "")} />}
        {!isDoneHere && !signup && !named && <EmptyState title={t.nothing} advice={t.nothingAdvice} act={<Link className="act" to="/">{t.find}</Link>} />}
      </div>
      {others.length > 0 && (
        <Section title={t.others}>
          {others.map(({ id, activity_id, title, starts_at }) => (
            <RowLink key={id} to={`/check-in?activity=${activity_id}`} label={title} note={minuteOf(starts_at).slice(5)} />
          ))}
        </Section>
      )}
    </>
  );
}

function Mine({ account }: { account: Account }) {
  const asked = useQuery({ ...signupsOf(account.id), refetchInterval: ASK_AGAIN });
  return <Answered query={asked}>{(signups) => <Checking signups={signups} />}</Answered>;
}

export default function CheckInPage() {
  const t = useMessages(messages);
  const { tabs } = useMessages(frame);
  useTitle(tabs.checkIn);
  return (
    <Page title={tabs.checkIn}>
      <SignedIn>{(account) => <Mine account={account} />}</SignedIn>
      <div className={styles.resident}><RowLink to="/take-part" label={t.asResident} /></div>
    </Page>
  );
}
