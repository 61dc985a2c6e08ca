/** The linkage loop of a period: how many at each stage, and where it is stuck. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import styles from "./LoopLine.module.css";
import type { Tone } from "./StateTag";

export interface LoopStage {
  label: string;
  count: ReactNode;
  to?: string;
  /** `平均停留 18 天` */
  stuck?: { text: string; tone: Tone };
}

export function LoopLine({ stages, label }: { stages: LoopStage[]; label: string }) {
  return (
    <ol className={styles.loop} aria-label={label}>
      {stages.map((stage) => (
        <li key={stage.label}>
          <span className={styles.label}>{stage.to ? <Link to={stage.to}>{stage.label}</Link> : stage.label}</span>
          <span className={styles.count}>{stage.count}</span>
          {stage.stuck && <small className={styles[stage.stuck.tone]}>{stage.stuck.text}</small>}
        </li>
      ))}
    </ol>
  );
}
