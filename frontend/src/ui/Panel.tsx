/** A titled part of a page. */
import type { ReactNode } from "react";
import styles from "./Panel.module.css";

export function Panel({ title, extra, children }: { title: string; extra?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.panel} aria-label={title}>
      <header><h2>{title}</h2>{extra}</header>
      {children}
    </section>
  );
}
