/** One kind of work that volunteers are wanted for. */
import { useMessages } from "@/ui/language";
import styles from "./Card.module.css";
import { messages } from "./messages";
import { Places } from "./Places";
import type { Opportunity } from "./queries";

/** What it takes beside an age, so that nobody is refused for what could be known. */
function Asked({ opportunity: { maximum_age, skills, trainings } }: { opportunity: Opportunity }) {
  const t = useMessages(messages);
  const asked = [
    ...(maximum_age === null ? [] : [t.toAge(maximum_age)]),
    ...(skills.length > 0 ? [t.skills(skills)] : []),
    ...(trainings.length > 0 ? [t.trainings(trainings.map(({ name }) => name))] : []),
  ];
  return asked.length > 0 ? <p className="muted">{asked.join(t.andAlso)}</p> : null;
}

export function Work({ opportunity }: { opportunity: Opportunity }) {
  const t = useMessages(messages);
  return (
    <>
      <p className={styles.role}>{opportunity.role_name}{opportunity.minimum_age > 0 && <small className="muted"> {t.fromAge(opportunity.minimum_age)}</small>}</p>
      <Asked opportunity={opportunity} />
      <Places opportunity={opportunity} />
    </>
  );
}
