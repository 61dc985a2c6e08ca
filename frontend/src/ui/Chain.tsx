/** The way from the need to the payment as one clickable line, with the step we are at. */
import { Link } from "react-router";
import styles from "./Chain.module.css";
import { useMessages } from "./language";
import { messages } from "./messages";

export interface ChainStep {
  label: string;
  /** Its page; a step that does not exist yet has none. */
  to?: string;
  at: "done" | "current" | "ahead";
  /** A second line: a number, a day, a count. */
  note?: string;
}

export function Chain({ steps }: { steps: ChainStep[] }) {
  const t = useMessages(messages);
  return (
    <nav aria-label={t.chain}>
      <ol className={styles.chain}>
        {steps.map(({ label, to, at, note }) => (
          <li key={label} className={styles[at]} aria-current={at === "current" ? "step" : undefined}>
            {to && at !== "current" ? <Link to={to}>{label}</Link> : <span>{label}</span>}
            {note && <small className="figures">{note}</small>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
