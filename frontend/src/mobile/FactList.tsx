/** What is known of a thing, label and value; what is not known is left out. */
import type { ReactNode } from "react";
import styles from "./FactList.module.css";

export function FactList({ facts }: { facts: [label: string, value: ReactNode][] }) {
  return (
    <dl className={styles.facts}>
      {facts.filter(([, value]) => value !== null && value !== "").map(([label, value]) => (
        <div key={label}><dt>{label}</dt><dd>{value}</dd></div>
      ))}
    </dl>
  );
}
