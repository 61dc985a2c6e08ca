/** Tells what has not been sent yet, and what the server would not take: to be mended or dropped. */
import { Link } from "react-router";
import { useMessages } from "@/ui/language";
import { messages } from "./messages";
import { discard, useOutbox } from "./outbox";
import styles from "./OutboxNotice.module.css";
import { useOnline } from "./useOnline";

export function OutboxNotice() {
  const t = useMessages(messages);
  const online = useOnline();
  const letters = useOutbox();
  const refused = letters.filter(({ refusal }) => refusal);
  const waiting = letters.length - refused.length;
  return (
    <div role="status">
      {!online && <p className={styles.notice}>{t.offline}</p>}
      {waiting > 0 && <p className={styles.notice}>{t.waiting(waiting)}</p>}
      {refused.map(({ key, label, page, refusal }) => (
        <div key={key} className={styles.refused}>
          <p>{label} · {t.refused}：{refusal?.title}</p>
          <Link to={`${page}?letter=${key}`}>{t.mend}</Link>
          <button type="button" onClick={() => discard(key)}>{t.remove}</button>
        </div>
      ))}
    </div>
  );
}
