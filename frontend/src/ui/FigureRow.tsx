/** Figures side by side, divided by thin rules. */
import type { ReactNode } from "react";
import styles from "./FigureRow.module.css";

export function FigureRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
