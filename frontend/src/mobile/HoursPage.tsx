/** My hours of service: the sum, and each entry by its state. */
import { Link, useSearchParams } from "react-router";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { useKeysetList } from "@/ui/useKeysetList";
import { useTitle } from "@/ui/useTitle";
import card from "./activity/Card.module.css";
import { Answered } from "./Answered";
import { Choices } from "./Choices";
import { Entry } from "./hours/Entry";
import { messages } from "./hours/messages";
import { hoursList, type Hours } from "./hours/queries";
import { useHoursStates } from "./hours/states";
import { Totals } from "./hours/Totals";
import { ListEnd } from "./ListEnd";
import { messages as frame } from "./messages";
import { useMyself } from "./myself";
import { Page } from "./Page";
import { RowLink } from "./RowLink";
import { SignedIn } from "./SignedIn";

const STATES: Hours["state"][] = ["proposed", "confirmed", "disputed", "returned", "countered"];

function Entries({ volunteerId }: { volunteerId: string }) {
  const t = useMessages(messages);
  const states = useHoursStates();
  const [params, setParams] = useSearchParams();
  const state = STATES.find((one) => one === params.get("state"));
  const { request, rows } = useKeysetList(hoursList, { volunteer_id: volunteerId, state, limit: 20 });
  // The service tells them in the order they were entered.
  const latestFirst = [...rows].sort((one, other) => other.starts_at.localeCompare(one.starts_at));
  const options = [{ value: "", label: t.all }, ...STATES.map((value) => ({ value, label: states[value].label }))];
  const narrow = ([one]: string[]) => setParams(one ? { state: one } : {}, { replace: true });
  const empty = <EmptyState title={state ? t.emptyState : t.empty} advice={state ? undefined : t.emptyAdvice} />;
  return (
    <>
      <div style={{ marginBlockEnd: 16 }}><Choices legend={t.show} legendUnseen options={options} chosen={[state ?? ""]} onChoose={narrow} /></div>
      <ul className={card.list}>{latestFirst.map((entry) => <Entry key={entry.id} entry={entry} />)}</ul>
      <ListEnd request={request} isEmpty={rows.length === 0} empty={empty} />
    </>
  );
}

function Mine() {
  const t = useMessages(messages);
  const { latest: known, error, refetch } = useMyself();
  const wayIn = <EmptyState title={t.registerFirst} act={<Link className="act" to="/register?to=/hours">{t.register}</Link>} />;
  return (
    <Answered query={{ data: known, error, refetch }}>
      {(volunteer) => (volunteer ? <><Totals volunteerId={volunteer.id} /><RowLink to="/certificates" label={t.certificates} /><Entries volunteerId={volunteer.id} /></> : wayIn)}
    </Answered>
  );
}

export default function HoursPage() {
  const { tabs } = useMessages(frame);
  useTitle(tabs.hours);
  return <Page title={tabs.hours}><SignedIn>{() => <Mine />}</SignedIn></Page>;
}
