/** The consents that guardians have given for me: each may be withdrawn, and that to the registration given again. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Action } from "@/api/view";
import { useMessages } from "@/ui/language";
import { dayOf } from "@/ui/times";
import card from "../activity/Card.module.css";
import { Confirm } from "../Confirm";
import type { Volunteer } from "../myself";
import { Section } from "../Section";
import { useAsking } from "../useAsking";
import { GuardianFields, type GuardianDraft } from "../volunteer/GuardianFields";
import { messages as volunteers } from "../volunteer/messages";
import { messages } from "./messages";
import { consentAgain, consentsOf, withdraw, type Consent, type Guardian } from "./queries";

/** To a child's registration, to one activity, or to one team; none takes another's place. */
const purposeOf = ({ activity_id, team_id }: Consent) => (activity_id ? "toActivity" : team_id ? "toTeam" : "toRegistration");

function Withdrawal({ action, version }: { action: Action; version: number }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { isAsking, opener, ask, stop } = useAsking();
  const withdrawing = useMutation({
    mutationFn: () => withdraw(action, version),
    onSuccess: stop,
    onSettled: () => queries.invalidateQueries({ queryKey: ["volunteers"] }),
  });
  if (!isAsking) return <button ref={opener} type="button" className="act quiet" onClick={ask}>{t.withdraw}</button>;
  return <Confirm question={t.withdrawAsk} yes={t.withdraw} no={t.keep} onYes={() => withdrawing.mutate()} onNo={stop} pending={withdrawing.isPending} error={withdrawing.error} />;
}

function Given({ consent, version }: { consent: Consent; version: number }) {
  const t = useMessages(messages);
  const who = useMessages(volunteers);
  const action = consent.actions.find(({ name }) => name === "withdrawal");
  return (
    <li className={card.card}>
      <h3>{t[purposeOf(consent)]}</h3>
      <p className="muted">{[who.relations[consent.relation], consent.name, consent.phone].join(" · ")}</p>
      <p>{consent.withdrawn_at ? t.withdrawn(dayOf(consent.withdrawn_at)) : t.given(dayOf(consent.consented_at))}</p>
      {action && <Withdrawal action={action} version={version} />}
    </li>
  );
}

function Again({ volunteer }: { volunteer: Volunteer }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { isAsking, opener, ask, stop } = useAsking();
  const [guardian, setGuardian] = useState<GuardianDraft>({});
  const consenting = useMutation({
    mutationFn: () => consentAgain(volunteer.id, volunteer.version, guardian as Guardian),
    onSuccess: stop,
    onSettled: () => queries.invalidateQueries({ queryKey: ["volunteers"] }),
  });
  if (!isAsking) return <button ref={opener} type="button" className="act" onClick={ask}>{t.again}</button>;
  return (
    <Confirm question={t.again} yes={t.again} no={t.notNow} onYes={() => consenting.mutate()} onNo={stop} pending={consenting.isPending} error={consenting.error}>
      <GuardianFields value={guardian} onChange={(part) => setGuardian({ ...guardian, ...part })} error={consenting.error} />
    </Confirm>
  );
}

export function Consents({ volunteer }: { volunteer: Volunteer }) {
  const t = useMessages(messages);
  const { data: consents = [] } = useQuery(consentsOf(volunteer.id));
  const registration = consents.filter((one) => purposeOf(one) === "toRegistration");
  const stands = registration.some(({ withdrawn_at }) => withdrawn_at === null);
  const mayConsent = volunteer.state === "registered" && registration.length > 0 && !stands;
  if (consents.length === 0) return null;
  return (
    <Section title={t.consents}>
      <ul className={card.list}>{consents.map((one) => <Given key={one.id} consent={one} version={volunteer.version} />)}</ul>
      {mayConsent && <Again volunteer={volunteer} />}
    </Section>
  );
}
