/** One activity: what it is, when and where, and the way in. */
import { useQuery } from "@tanstack/react-query";
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
import { Answered } from "./Answered";
import { FactList } from "./FactList";
import { Loading } from "./Loading";
import { messages as frame } from "./messages";
import { Page } from "./Page";
import { Section } from "./Section";
import { SignUp } from "./signup/SignUp";
import { WhyNot } from "./signup/WhyNot";

function Standing({ activity }: { activity: Activity }) {
  const t = useMessages(messages);
  const because = activity.cancelled_because && `：${activity.cancelled_because}`;
  if (activity.state === "cancelled") return <p role="status"><strong>{t.cancelled}</strong>{because}</p>;
  if (activity.state === "held") return <p role="status" className="muted">{t.held}</p>;
  return isPast(activity.starts_at) ? <p role="status" className="muted">{t.begun}</p> : null;
}

function Volunteering({ list }: { list: Opportunity[] }) {
  const t = useMessages(messages);
  if (list.length === 0) return <p className="muted">{t.noVolunteers}</p>;
  return (
    <>
      <WhyNot />
      {list.map((opportunity) => (
        <div key={opportunity.id} className={card.work}>
          <Work opportunity={opportunity} />
          <SignUp opportunity={opportunity} />
        </div>
      ))}
    </>
  );
}

function About({ activity }: { activity: Activity }) {
  const t = useMessages(messages);
  const offered = useQuery(opportunitiesOf(activity.id));
  // Both at once, so that nothing moves under the finger.
  if (offered.isPending) return <Loading />;
  const { calendar } = activity.links;
  const isOpen = activity.state !== "cancelled";
  return (
    <>
      <Standing activity={activity} />
      <FactList
        facts={[
          [t.time, <When key="when" {...activity} />],
          [t.place, <Where key="where" place={activity.place} />],
          [t.area, <AreaName key="area" id={activity.area_id} />],
          [t.residentsLabel, activity.resident_places > 0 ? t.residents(activity.resident_places) : null],
        ]}
      />
      {isOpen && <Section title={t.volunteering}><Answered query={offered}>{(list) => <Volunteering list={list} />}</Answered></Section>}
      {isOpen && isPast(activity.starts_at) && (
        <p><Link className="act quiet" to={`/take-part?activity=${activity.id}`}>{t.takePart}</Link></p>
      )}
      {activity.description && <Section title={t.about}><p className="prose">{activity.description}</p></Section>}
      {typeof calendar === "string" && isOpen && <p><a className="act quiet" href={calendar} download>{t.calendar}</a></p>}
    </>
  );
}

export default function ActivityPage() {
  const { tabs } = useMessages(frame);
  const { id = "" } = useParams();
  const asked = useQuery(activityOf(id));
  // Asked for together, shown together.
  useQuery(opportunitiesOf(id));
  const title = asked.data?.title ?? tabs.activities;
  useTitle(title);
  return <Page title={title} from="/"><Answered query={asked}>{(activity) => <About activity={activity} />}</Answered></Page>;
}
