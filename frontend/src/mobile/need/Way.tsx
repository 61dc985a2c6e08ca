/** From the need to what was done about it, step below step. */
import { Link } from "react-router";
import { useMessages } from "@/ui/language";
import { minuteOf } from "@/ui/times";
import { When } from "../activity/Happening";
import { messages as deliberationMessages } from "../deliberation/messages";
import { messages } from "./messages";
import type { Chain } from "./queries";
import styles from "./Way.module.css";

const ORDER: Chain["state"][] = ["raised", "pooled", "planned", "met"];

export function Way({ chain: { state, deliberations = [], project, activities } }: { chain: Chain }) {
  const t = useMessages(messages);
  const { outcomes } = useMessages(deliberationMessages);
  const reached = ORDER.indexOf(state);
  const at = (step: number) => ({ className: reached >= step ? styles.done : undefined, "aria-current": reached === step ? ("step" as const) : undefined });
  return (
    <ol className={styles.way}>
      <li {...at(0)}>{t.steps.raised}</li>
      <li {...at(1)}>{t.steps.pooled}</li>
      {deliberations.length > 0 && (
        <li className={styles.done}>
          {t.steps.talked}
          {deliberations.map(({ id, topic, outcome, meets_at }) => (
            <p key={id}>
              <Link to={`/deliberations/${id}`}>{topic}</Link>{" "}
              <span className="muted">{outcome ? outcomes[outcome] : minuteOf(meets_at)}</span>
            </p>
          ))}
        </li>
      )}
      <li {...at(2)}>
        {t.steps.planned}
        {project && <p>{project.title}</p>}
      </li>
      <li className={activities.length > 0 ? styles.done : undefined}>
        {t.steps.activities}
        {activities.map((activity) => (
          <p key={activity.id}>
            <Link to={`/activities/${activity.id}`}>{activity.title}</Link>{" "}
            <span className="muted"><When {...activity} /> {activity.state === "held" && t.held}</span>
          </p>
        ))}
      </li>
      <li {...at(3)}>{t.steps.met}</li>
    </ol>
  );
}
