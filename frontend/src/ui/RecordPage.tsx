/** A record: who it is, where it stands in the chain, what waits and for whom, then facts and tabs. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton, Tabs } from "antd";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import type { Action, Question, RecordView } from "@/api/view";
import { Chain, type ChainStep } from "./Chain";
import { Facts, type Fact } from "./Facts";
import { useMessages } from "./language";
import { messages } from "./messages";
import { NextStep, type Waiting } from "./NextStep";
import { ProblemAlert } from "./ProblemAlert";
import styles from "./RecordPage.module.css";
import { StateTag, type States } from "./StateTag";
import { useTitle } from "./useTitle";

export interface RecordTab {
  key: string;
  label: string;
  children: ReactNode;
}

export interface RecordPageProps<V extends RecordView> {
  question: Question<V>;
  name: (record: V) => string;
  states: States<V["state"]>;
  /** Number and area, in small beside the state. */
  number?: (record: V) => ReactNode;
  area?: (record: V) => ReactNode;
  chain?: (record: V) => ChainStep[];
  next?: (record: V) => Waiting | undefined;
  facts: (record: V) => Fact[];
  tabs?: (record: V) => RecordTab[];
  /** Acts that open a form of the feature instead of being sent at once. */
  instead?: (record: V) => Partial<Record<string, (action: Action) => void>>;
}

export function RecordPage<V extends RecordView>(props: RecordPageProps<V>) {
  const t = useMessages(messages);
  const { data, error, refetch } = useQuery(props.question);
  useTitle(data && props.name(data));
  if (error && !data) return <ProblemAlert error={error} onReload={() => void refetch()} />;
  if (!data) return <Skeleton active={false} paragraph={{ rows: 10 }} aria-label={t.loading} />;
  return <Loaded {...props} record={data} />;
}

function Loaded<V extends RecordView>({ record, ...of }: RecordPageProps<V> & { record: V }) {
  const [params, setParams] = useSearchParams();
  const chain = of.chain?.(record) ?? [];
  const tabs = of.tabs?.(record) ?? [];
  return (
    <article className={styles.record}>
      <header>
        <div className={styles.name}>
          <h1>{of.name(record)}</h1>
          <StateTag states={of.states} state={record.state} />
        </div>
        <p className={styles.marks}>
          {of.area && <span>{of.area(record)}</span>}
          {of.number && <span className="figures">{of.number(record)}</span>}
        </p>
      </header>
      {chain.length > 0 && <Chain steps={chain} />}
      <NextStep waiting={of.next?.(record)} record={record} instead={of.instead?.(record)} />
      <Facts facts={of.facts(record)} />
      {tabs.length > 0 && (
        <Tabs
          items={tabs}
          activeKey={params.get("tab") ?? tabs[0]?.key}
          onChange={(tab) => setParams({ tab }, { replace: true, preventScrollReset: true })}
        />
      )}
    </article>
  );
}
