/** An activity open to all: what, when, where, whom it wants. */
import { Link } from "react-router";
import { useMessages } from "@/ui/language";
import styles from "./Card.module.css";
import { When, Where } from "./Happening";
import { messages } from "./messages";
import type { Activity } from "./queries";

export function ActivityCard({ activity }: { activity: Activity }) {
  const t = useMessages(messages);
  const wanted = activity.wanted.map(({ name, count }) => t.wanted(name, count)).join("、");
  return (
    <li className={styles.card}>
      <Link to={`/activities/${activity.id}`} className={styles.what}>
        <h2>{activity.title}</h2>
        <When {...activity} />
        <Where place={activity.place} />
        {wanted && <span className="muted">{t.wants} {wanted}</span>}
        {activity.resident_places > 0 && <span className="muted">{t.residents(activity.resident_places)}</span>}
      </Link>
    </li>
  );
}
