/** My stars: how far I have come, what I may apply for, and what became of it. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Navigate } from "react-router";
import { count } from "@/ui/amounts";
import { useMessages } from "@/ui/language";
import { StateTag, type States } from "@/ui/StateTag";
import { dayOf } from "@/ui/times";
import { useTitle } from "@/ui/useTitle";
import card from "./activity/Card.module.css";
import { Answered, both } from "./Answered";
import { Confirm } from "./Confirm";
import { FactList } from "./FactList";
import { messages } from "./honour/messages";
import { apply, honoursKey, honoursOf, starsOf, type Honour, type Stars } from "./honour/queries";
import { useMyself } from "./myself";
import { Page } from "./Page";
import { Section } from "./Section";
import { SignedIn } from "./SignedIn";
import { TextField } from "./TextField";
import { useAsking } from "./useAsking";
import { useDuration } from "./useDuration";

const MINUTES = 60;

function Apply({ stars }: { stars: number }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { isAsking, opener, ask, stop } = useAsking();
  const [statement, setStatement] = useState("");
  const applying = useMutation({
    mutationFn: () => apply(stars, statement.trim()),
    onSuccess: stop,
    onSettled: () => queries.invalidateQueries({ queryKey: honoursKey }),
  });
  const star = t.star(stars);
  if (!isAsking) return <button ref={opener} type="button" className="act" onClick={ask}>{t.apply(star)}</button>;
  return (
    <Confirm question={t.ask(star)} yes={t.apply(star)} no={t.no} onYes={() => applying.mutate()} onNo={stop} pending={applying.isPending} error={applying.error}>
      <TextField label={t.statement} maxLength={500} value={statement} onChange={(event) => setStatement(event.target.value)} />
    </Confirm>
  );
}

function Ladder({ of }: { of: Stars }) {
  const t = useMessages(messages);
  const lasting = useDuration();
  const standing = ({ held, reached, hours }: Stars["ladder"][number]) =>
    held ? t.held : reached ? t.reached : t.notYet(lasting(hours * MINUTES - of.confirmed_minutes));
  const highest = of.ladder.filter(({ held, reached }) => reached && !held).at(-1);
  return (
    <>
      <FactList facts={of.ladder.map((rung) => [t.star(rung.stars), `${t.hours(count(rung.hours))} · ${standing(rung)}`])} />
      {of.disqualified_until && <p role="status">{t.barred(of.disqualified_until)}</p>}
      {highest && of.actions.length > 0 && <Apply stars={highest.stars} />}
    </>
  );
}

const tones: Record<Honour["state"], States<Honour["state"]>[Honour["state"]]["tone"]> = {
  applied: "active",
  publicised: "active",
  granted: "good",
  refused: "attention",
  revoked: "alarm",
};

function Applications({ of }: { of: Honour[] }) {
  const t = useMessages(messages);
  const states = Object.fromEntries(Object.entries(tones).map(([state, tone]) => [state, { label: t.states[state as Honour["state"]], tone }])) as States<Honour["state"]>;
  if (of.length === 0) return <p className="muted">{t.none}</p>;
  return (
    <ul className={card.list}>
      {of.map((one) => (
        <li key={one.id} className={card.card}>
          <h3>{t.star(one.stars)} <StateTag states={states} state={one.state} /></h3>
          <p className="muted">{t.appliedOn(dayOf(one.applied_at))}</p>
          {one.ended_because && <p>{one.ended_because}</p>}
        </li>
      ))}
    </ul>
  );
}

function Standing({ volunteerId }: { volunteerId: string }) {
  const t = useMessages(messages);
  const lasting = useDuration();
  const stars = useQuery(starsOf(volunteerId));
  const honours = useQuery(honoursOf(volunteerId));
  return (
    <Answered query={both(stars, honours)}>
      {([standing, applications]) => (
        <>
          <p><strong>{t.star(standing.held)}</strong> · <span className="figures">{t.confirmed(lasting(standing.confirmed_minutes))}</span></p>
          <Section title={t.ladder}><Ladder of={standing} /></Section>
          <Section title={t.mine}><Applications of={applications} /></Section>
        </>
      )}
    </Answered>
  );
}

function Mine() {
  const { volunteer, error, refetch } = useMyself();
  return <Answered query={{ data: volunteer, error, refetch }}>{(known) => (known ? <Standing volunteerId={known.id} /> : <Navigate to="/mine" replace />)}</Answered>;
}

export default function StarsPage() {
  const t = useMessages(messages);
  useTitle(t.title);
  return <Page title={t.title} from="/mine" advice={t.advice}><SignedIn>{() => <Mine />}</SignedIn></Page>;
}
