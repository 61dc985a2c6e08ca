/** One line that leads to a page of its own, with how much waits there. */
import { Link } from "react-router";
import styles from "./RowLink.module.css";

interface Props {
  to: string;
  label: string;
  note?: string;
  /** Waits for the reader. */
  waiting?: number;
}

export function RowLink({ to, label, note, waiting }: Props) {
  return (
    <Link to={to} className={styles.row}>
      <span>{label}</span>
      {note && <span className="muted">{note}</span>}
      {waiting ? <span className={`${styles.waiting} figures`}>{waiting}</span> : null}
    </Link>
  );
}
