/** A part of a page under its own heading. */
import type { ReactNode } from "react";
import styles from "./Section.module.css";

export function Section({ title, beside, children }: { title: string; beside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <header><h2>{title}</h2>{beside}</header>
      {children}
    </section>
  );
}
