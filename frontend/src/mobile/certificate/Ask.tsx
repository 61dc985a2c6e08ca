/** Asking one organiser for a certificate: which, from when to when, and what for. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useAreas } from "@/ui/areas";
import { useMessages } from "@/ui/language";
import { Answered } from "../Answered";
import { Field } from "../Field";
import { isSaidByFields, mistakeAt, useFirstMistake } from "../mistakes";
import { Refusal } from "../Refusal";
import { SelectField } from "../SelectField";
import { useDuration } from "../useDuration";
import { messages } from "./messages";
import { certificateList, organisers, request, type Organiser } from "./queries";

const FIELDS = ["/from_on", "/to_on", "/purpose"];

function useOrganiserName() {
  const t = useMessages(messages);
  const { data: areas = [] } = useAreas();
  return ({ organisation_id, area_id, name }: Organiser) =>
    organisation_id ? (name ?? t.unnamed) : `${areas.find(({ id }) => id === area_id)?.name ?? name ?? ""}（${t.own}）`;
}

function AskForm({ all }: { all: Organiser[] }) {
  const t = useMessages(messages);
  const nameOf = useOrganiserName();
  const lasting = useDuration();
  const queries = useQueryClient();
  const [chosen, choose] = useState("0");
  const one = all[Number(chosen)];
  const [days, setDays] = useState({ from_on: one?.from_on ?? "", to_on: one?.to_on ?? "" });
  const [purpose, setPurpose] = useState("");
  const asking = useMutation({
    mutationFn: ({ organisation_id, area_id }: Organiser) =>
      request({ organisation_id, area_id: organisation_id ? null : area_id, ...days, purpose: purpose.trim() || null }),
    onSuccess: () => queries.invalidateQueries({ queryKey: certificateList.key }),
  });
  useFirstMistake(asking.error);

  function take(place: string) {
    choose(place);
    const taken = all[Number(place)];
    if (taken) setDays({ from_on: taken.from_on, to_on: taken.to_on });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (one) asking.mutate(one);
  }

  if (asking.isSuccess) return <p className="done" role="status">{t.asked}</p>;
  return (
    <form className="form" onSubmit={submit} noValidate>
      <SelectField
        label={t.which}
        nothing={t.choose}
        value={chosen}
        options={all.map((each, place) => ({ value: String(place), label: `${nameOf(each)} · ${lasting(each.minutes)}` }))}
        onChoose={take}
      />
      <Field label={t.from} type="date" value={days.from_on} onChange={({ target }) => setDays({ ...days, from_on: target.value })} mistake={mistakeAt(asking.error, "/from_on")} />
      <Field label={t.to} type="date" value={days.to_on} onChange={({ target }) => setDays({ ...days, to_on: target.value })} mistake={mistakeAt(asking.error, "/to_on")} />
      <Field label={t.purpose} maxLength={100} value={purpose} onChange={({ target }) => setPurpose(target.value)} mistake={mistakeAt(asking.error, "/purpose")} />
      <Refusal error={isSaidByFields(asking.error, FIELDS) ? null : asking.error} />
      <button type="submit" className="act big" disabled={!one || asking.isPending}>{t.submit}</button>
    </form>
  );
}

export function Ask({ volunteerId }: { volunteerId: string }) {
  const t = useMessages(messages);
  const known = useQuery(organisers(volunteerId));
  return <Answered query={known}>{(all) => (all.length > 0 ? <AskForm all={all} /> : <p className="muted">{t.nothing}</p>)}</Answered>;
}
