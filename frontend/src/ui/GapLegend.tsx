/** What the colours of the tiles mean. */
import styles from "./GapLegend.module.css";
import { useMessages } from "./language";
import { messages } from "./messages";
import { gapScale, sequentialScale } from "./tokens";

interface Props {
  /** Ready to read; none where no target is set. */
  target: string | null;
  /** Whether some unit has nothing to show yet. */
  blank?: boolean;
}

export function GapLegend({ target, blank = false }: Props) {
  const t = useMessages(messages);
  const scale = target === null ? sequentialScale : gapScale;
  return (
    <p className={styles.legend}>
      <span>{target === null ? t.little : t.below}</span>
      <span aria-hidden className={styles.scale} style={{ background: `linear-gradient(to right, ${scale.join(", ")})` }} />
      <span>{target === null ? t.much : t.above}</span>
      {target !== null && <span className="figures">{t.target} {target}</span>}
      <span aria-hidden className={styles.na} />
      <span>{t.notApplicable}</span>
      {blank && <span aria-hidden className={styles.blank} />}
      {blank && <span>{t.noData}</span>}
    </p>
  );
}
