/** My trainings, until when each is good, and what else is taught. */
import { useQuery } from "@tanstack/react-query";
import { Navigate } from "react-router";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { StateTag, type States } from "@/ui/StateTag";
import { useTitle } from "@/ui/useTitle";
import card from "./activity/Card.module.css";
import { Answered } from "./Answered";
import { useMyself } from "./myself";
import { Page } from "./Page";
import { Section } from "./Section";
import { SignedIn } from "./SignedIn";
import { messages } from "./training/messages";
import { coursesOffered, trainingsOf, type Training } from "./training/queries";
import { useDuration } from "./useDuration";

const tones = { recorded: "active", completed: "good", returned: "attention", revoked: "alarm" } as const;

function Records({ volunteerId }: { volunteerId: string }) {
  const t = useMessages(messages);
  const lasting = useDuration();
  const states = Object.fromEntries(Object.entries(tones).map(([state, tone]) => [state, { label: t.states[state as Training["state"]], tone }])) as States<Training["state"]>;
  const validity = ({ valid_until, expired }: Training) => (valid_until === null ? t.forever : expired ? t.expired : t.until(valid_until));
  return (
    <Answered query={useQuery(trainingsOf(volunteerId))}>
      {(records) =>
        records.length === 0 ? <EmptyState title={t.none} advice={t.noneAdvice} /> : (
          <ul className={card.list}>
            {records.map((one) => (
              <li key={one.id} className={card.card}>
                <h3>{one.course_name} <StateTag states={states} state={one.state} /></h3>
                <p className="muted">{[one.provider_name, lasting(one.minutes), t.completed(one.completed_on)].join(" · ")}</p>
                <p>{one.state === "completed" ? validity(one) : one.because}</p>
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
}

function Offered() {
  const t = useMessages(messages);
  const lasting = useDuration();
  return (
    <Answered query={useQuery(coursesOffered)}>
      {(courses) =>
        courses.length === 0 ? <p className="muted">{t.noneOffered}</p> : (
          <ul className={card.list}>
            {courses.map((one) => (
              <li key={one.id} className={card.card}>
                <h3>{one.name}</h3>
                <p className="muted">{[one.provider_name, lasting(one.minutes), ...(one.skill ? [t.teaches(one.skill)] : [])].join(" · ")}</p>
                {one.description && <p>{one.description}</p>}
              </li>
            ))}
          </ul>
        )
      }
    </Answered>
  );
}

function Mine() {
  const t = useMessages(messages);
  const { volunteer, error, refetch } = useMyself();
  return (
    <Answered query={{ data: volunteer, error, refetch }}>
      {(known) => (known ? <Section title={t.mine}><Records volunteerId={known.id} /></Section> : <Navigate to="/mine" replace />)}
    </Answered>
  );
}

export default function TrainingsPage() {
  const t = useMessages(messages);
  useTitle(t.title);
  return (
    <Page title={t.title} from="/mine">
      <SignedIn>{() => <Mine />}</SignedIn>
      <Section title={t.offered}><Offered /></Section>
    </Page>
  );
}
