/** What waits, for whom, until when, and the buttons the server allows. */
import type { ReactNode } from "react";
import type { Action, RecordView } from "@/api/view";
import { ActionButtons, type Consequences, type Way } from "./ActionButtons";
import { useMessages } from "./language";
import { messages } from "./messages";
import styles from "./NextStep.module.css";
import { dayOf, isPast } from "./times";

export interface Waiting {
  /** What is to be done: `审核立项申请`. */
  what: ReactNode;
  /** Who has to do it: `塘厦镇民政办`. */
  who?: ReactNode;
  /** A day (`_on`) or an instant (`_at`). */
  until?: string | null;
  ways?: Way[];
  /** Acts that are offered but do not move the matter on, by name: none of them is the main one. */
  aside?: string[];
}

interface Props {
  waiting: Waiting | undefined;
  record: Pick<RecordView, "actions" | "version">;
  instead?: Partial<Record<string, (action: Action) => void>>;
  consequences?: Consequences;
}

/** A record with which nothing can be done and for which nobody waits has no such box. */
export function NextStep({ waiting, record, instead, consequences }: Props) {
  const t = useMessages(messages);
  if (!waiting && record.actions.length === 0) return null;
  const title = waiting ? t.next : t.offered;
  const { until, ways = [], aside } = waiting ?? {};
  const late = until ? isPast(until) : false;
  return (
    <section className={styles.next} aria-label={title}>
      <div>
        <h2>{title}</h2>
        {waiting && <p className={styles.what}>{waiting.what}</p>}
        {waiting && (waiting.who || until) && (
          <p className={styles.who}>
            {waiting.who && <span>{t.waitsFor} {waiting.who}</span>}
            {until && <span className={late ? styles.late : "figures"}>{t.due} {until.length === 10 ? until : dayOf(until)}{late && ` · ${t.overdue}`}</span>}
          </p>
        )}
      </div>
      {record.actions.length + ways.length > 0 && <ActionButtons record={record} instead={instead} consequences={consequences} ways={ways} aside={aside} />}
    </section>
  );
}
