/** Tells what has not been sent yet, and what the server would not take. */
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
      {refused.map(({ key, label, refusal }) => (
        <p key={key} className={styles.refused}>
          <span>{label} · {t.refused}：{refusal}</span>
          <button type="button" onClick={() => discard(key)}>{t.remove}</button>
        </p>
      ))}
    </div>
  );
}
