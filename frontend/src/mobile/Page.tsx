/** A page of the phone app: title, one sentence, content. */
import type { ReactNode } from "react";
import styles from "./Page.module.css";

interface Props {
  title: string;
  advice?: string;
  /** At the right of the title. */
  beside?: ReactNode;
  children: ReactNode;
}

export function Page({ title, advice, beside, children }: Props) {
  return (
    <>
      <header className={styles.header}>
        <h1>{title}</h1>
        {beside}
      </header>
      {advice && <p className={styles.advice}>{advice}</p>}
      {children}
    </>
  );
}
