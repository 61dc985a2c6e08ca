/** A figure is never bare: value, target, gap, what it is counted against and when, trend, "as of"; it opens its records. */
import type { ReactNode } from "react";
import { Link } from "react-router";
import styles from "./Figure.module.css";
import { useMessages } from "./language";
import { messages } from "./messages";
import { Spark } from "./Spark";
import type { Tone } from "./StateTag";

export interface FigureProps {
  name: string;
  /** Ready to read: `11.2 %`. */
  value: ReactNode;
  /** Words stand there instead: nothing is known, or the figure does not apply. */
  isBlank?: boolean;
  target?: ReactNode;
  /** `缺 18.8 万人` */
  gap?: ReactNode;
  /** `常住人口 1,046.66 万 · 七普 2020-11-01` */
  denominator?: ReactNode;
  trend?: { values: number[]; target?: number; label: string };
  /** `2026-11-23 09:00` */
  asOf?: string;
  /** The records behind the figure. */
  to?: string;
  /** Colours the gap: red only below the legal line or overdue. */
  tone?: Tone;
}

export function Figure({ name, value, isBlank, target, gap, denominator, trend, asOf, to, tone = "neutral" }: FigureProps) {
  const t = useMessages(messages);
  return (
    <section className={styles.figure} aria-label={name}>
      <header>
        <h2>{to ? <Link to={to}>{name}</Link> : name}</h2>
        {trend && <Spark {...trend} />}
      </header>
      <p className={styles.line}>
        <span className={isBlank ? styles.blank : styles.value}>{value}</span>
        {target && <span className={styles.target}>/ {t.target} {target}</span>}
      </p>
      {gap && <p className={`${styles.gap} ${styles[tone]}`}>{gap}</p>}
      <p className={styles.small}>
        {denominator && <span>{denominator}</span>}
        {asOf && <span>{t.asOf} {asOf}</span>}
      </p>
    </section>
  );
}
