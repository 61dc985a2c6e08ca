/** Says what would be here and offers the first act; where it is all of a page, `page` makes it the page's heading. */
import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

interface Props {
  title: string;
  advice?: string;
  act?: ReactNode;
  page?: boolean;
}

export function EmptyState({ title, advice, act, page }: Props) {
  const Heading = page ? "h1" : "h2";
  return (
    <div className={styles.empty}>
      <Heading className={styles.title}>{title}</Heading>
      {advice && <p className={styles.advice}>{advice}</p>}
      {act}
    </div>
  );
}
