/** The few records that come first, with what is to be done about each and a way to all of them. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Question } from "@/api/view";
import { count } from "./amounts";
import { useMessages } from "./language";
import { messages } from "./messages";
import { Panel } from "./Panel";
import { ProblemAlert } from "./ProblemAlert";
import styles from "./ShortList.module.css";

export interface Line {
  id: string;
  to: string;
  name: ReactNode;
  state?: ReactNode;
  /** A day, a place, a quantity: each said in a few words. */
  marks?: ReactNode[];
  /** What is to be done next. */
  next?: ReactNode;
}

export interface FirstOf<T> {
  items: T[];
  /** How many there are in all, where that is known. */
  total?: number;
  /** Chosen from the latest so many only, and there are more. */
  among?: number;
}

interface Props<T> {
  title: string;
  question: Question<FirstOf<T>>;
  line: (one: T) => Line;
  /** The whole list. */
  all: string;
  /** Says what to do first. */
  empty: { advice: string; act?: ReactNode };
}

const marked = (marks: ReactNode[]) => marks.map((mark, place) => <span key={place}>{mark}</span>);

function Next({ act }: { act: ReactNode }) {
  const t = useMessages(messages);
  return <p className={styles.next}><span className="muted">{t.next}</span> {act}</p>;
}

function Entry({ to, name, state, marks = [], next }: Line) {
  return (
    <li>
      <div className={styles.name}><Link to={to}>{name}</Link></div>
      {state}
      {marks.length > 0 && <p className={styles.note}>{marked(marks)}</p>}
      {next && <Next act={next} />}
    </li>
  );
}

export function ShortList<T>({ title, question, line, all, empty }: Props<T>) {
  const t = useMessages(messages);
  const { data, error, refetch } = useQuery(question);
  const isEmpty = data?.items.length === 0;
  const total = data?.total ? <span className={styles.count}>{t.total(count(data.total))}</span> : null;
  const among = data?.among ? <p className={`${styles.among} muted`}>{t.among(count(data.among))}</p> : null;
  return (
    <Panel title={title} extra={<span>{total} <Link to={all}>{t.seeAll}</Link></span>}>
      {error && <ProblemAlert error={error} onReload={() => void refetch()} />}
      {!data && !error && <Skeleton active={false} title={false} paragraph={{ rows: 4 }} aria-label={t.loading} />}
      {isEmpty && <div className={styles.empty}><p>{empty.advice}</p>{empty.act}</div>}
      {data && !isEmpty && (
        <ul className={styles.list}>
          {data.items.map(line).map((entry) => <Entry key={entry.id} {...entry} />)}
        </ul>
      )}
      {among}
    </Panel>
  );
}
