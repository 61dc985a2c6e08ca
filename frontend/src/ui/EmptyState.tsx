/** Says what would be here and offers the first act. */
import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

export function EmptyState({ title, advice, act }: { title: string; advice?: string; act?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {advice && <p className={styles.advice}>{advice}</p>}
      {act}
    </div>
  );
}
