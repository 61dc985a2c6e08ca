/** One activity: what it is, when and where, and the way in. */
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { useMessages } from "@/ui/language";
import { isPast } from "@/ui/times";
import { useTitle } from "@/ui/useTitle";
import card from "./activity/Card.module.css";
import { When, Where } from "./activity/Happening";
import { messages } from "./activity/messages";
import { activity as activityOf, opportunitiesOf, type Activity, type Opportunity } from "./activity/queries";
import { Work } from "./activity/Work";
import { FactList } from "./FactList";
import { Loading } from "./Loading";
import { Page } from "./Page";
import { Refusal } from "./Refusal";
import { Section } from "./Section";
import { SignUp } from "./signup/SignUp";

function Standing({ activity }: { activity: Activity }) {
  const t = useMessages(messages);
  if (activity.state === "cancelled") return <p role="status"><strong>{t.cancelled}</strong>{activity.cancelled_because && `：${activity.cancelled_because}`}</p>;
  if (activity.state === "held") return <p role="status" className="muted">{t.held}</p>;
  return isPast(activity.starts_at) ? <p role="status" className="muted">{t.begun}</p> : null;
}

function Volunteering({ request: { data: list = [], error } }: { request: UseQueryResult<Opportunity[]> }) {
  const t = useMessages(messages);
  if (error) return <Refusal error={error} />;
  if (list.length === 0) return <p className="muted">{t.noVolunteers}</p>;
  return list.map((opportunity) => (
    <div key={opportunity.id} className={card.work}>
      <Work opportunity={opportunity} />
      <SignUp opportunity={opportunity} />
    </div>
  ));
}

export default function ActivityPage() {
  const t = useMessages(messages);
  const { id = "" } = useParams();
  const { data: activity, error } = useQuery(activityOf(id));
  const offered = useQuery(opportunitiesOf(id));
  useTitle(activity?.title);
  if (error) return <Refusal error={error} />;
  // Both at once, so that nothing moves under the finger.
  if (!activity || offered.isPending) return <Loading />;
  const isOpen = activity.state !== "cancelled";
  return (
    <Page title={activity.title} from="/">
      <Standing activity={activity} />
      <FactList
        facts={[
          [t.time, <When key="when" {...activity} />],
          [t.place, <Where key="where" place={activity.place} />],
          [t.area, <AreaName key="area" id={activity.area_id} />],
          [t.residentsLabel, activity.resident_places > 0 ? t.residents(activity.resident_places) : null],
        ]}
      />
      {isOpen && <Section title={t.volunteering}><Volunteering request={offered} /></Section>}
      {isOpen && isPast(activity.starts_at) && <p><Link className="act quiet" to={`/take-part?activity=${activity.id}`}>{t.takePart}</Link></p>}
      {activity.description && <Section title={t.about}><p className="prose">{activity.description}</p></Section>}
      {typeof activity.links.calendar === "string" && isOpen && <p><a className="act quiet" href={activity.links.calendar} download>{t.calendar}</a></p>}
    </Page>
  );
}
