/** A state is a word with a colour; each stage has one map of its states. */
import styles from "./StateTag.module.css";

export type Tone = "neutral" | "active" | "good" | "attention" | "alarm";

/** `const states: States<NeedState> = { raised: { label: "已提出", tone: "active" }, … }` */
export type States<S extends string> = Record<S, { label: string; tone: Tone }>;

export function StateTag<S extends string>({ states, state }: { states: States<S>; state: S }) {
  const { label, tone } = states[state] ?? { label: state, tone: "neutral" };
  return <span className={`${styles.tag} ${styles[tone]}`}>{label}</span>;
}
