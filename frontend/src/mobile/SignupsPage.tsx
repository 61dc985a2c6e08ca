/** My sign-ups: what is to come, then what was. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import type { Account } from "@/api/session";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { isPast } from "@/ui/times";
import { useTitle } from "@/ui/useTitle";
import card from "./activity/Card.module.css";
import { When } from "./activity/Happening";
import { Answered } from "./Answered";
import { Page } from "./Page";
import { Section } from "./Section";
import { SignedIn } from "./SignedIn";
import { messages } from "./signup/messages";
import { MySignup } from "./signup/MySignup";
import { signupsOf, type Signup } from "./signup/queries";

const isComing = ({ state, ends_at }: Signup) => state !== "cancelled" && state !== "attended" && !isPast(ends_at);

function Listed({ signup }: { signup: Signup }) {
  return (
    <li className={card.card}>
      <Link to={`/activities/${signup.activity_id}`} className={card.what}>
        <h3>{signup.title}</h3>
        <When {...signup} />
        <span>{signup.place_name} · {signup.role_name}</span>
      </Link>
      <MySignup signup={signup} />
    </li>
  );
}

function Group({ title, list }: { title: string; list: Signup[] }) {
  if (list.length === 0) return null;
  return <Section title={title}><ul className={card.list}>{list.map((signup) => <Listed key={signup.id} signup={signup} />)}</ul></Section>;
}

function Mine({ account }: { account: Account }) {
  return <Answered query={useQuery(signupsOf(account.id))}>{(signups) => <Lists signups={signups} />}</Answered>;
}

function Lists({ signups }: { signups: Signup[] }) {
  const t = useMessages(messages);
  const inTurn = [...signups].sort((one, other) => one.starts_at.localeCompare(other.starts_at));
  const coming = inTurn.filter(isComing);
  const past = inTurn.filter((signup) => !isComing(signup)).reverse();
  if (coming.length + past.length === 0) return <EmptyState title={t.empty} advice={t.emptyAdvice} act={<Link className="act" to="/">{t.find}</Link>} />;
  return (
    <>
      <Group title={t.coming} list={coming} />
      <Group title={t.past} list={past} />
    </>
  );
}

export default function SignupsPage() {
  const t = useMessages(messages);
  useTitle(t.title);
  return <Page title={t.title} from="/mine"><SignedIn>{(account) => <Mine account={account} />}</SignedIn></Page>;
}
