/** What the colours of the gap scale mean. */
import styles from "./GapLegend.module.css";
import { useMessages } from "./language";
import { messages } from "./messages";
import { gapScale } from "./tokens";

export function GapLegend({ target }: { target: string }) {
  const t = useMessages(messages);
  return (
    <p className={styles.legend}>
      <span>{t.below}</span>
      <span aria-hidden className={styles.scale} style={{ background: `linear-gradient(to right, ${gapScale.join(", ")})` }} />
      <span>{t.above}</span>
      <span className="figures">{t.target} {target}</span>
      <span aria-hidden className={styles.na} />
      <span>{t.notApplicable}</span>
    </p>
  );
}
