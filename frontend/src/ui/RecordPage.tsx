/** A record: who it is, where it stands in the chain, what waits and for whom, then facts and tabs. */
import { useQuery } from "@tanstack/react-query";
import { Tabs } from "antd";
import { useState, type ReactNode } from "react";
import { useSearchParams } from "react-router";
import type { Action, Question, RecordView } from "@/api/view";
import type { Consequences } from "./ActionButtons";
import { Answered, stillTold } from "./Answered";
import { Chain, type ChainStep } from "./Chain";
import { Facts, type Fact } from "./Facts";
import { NextStep, type Waiting } from "./NextStep";
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
  /** Acts that are asked once more before they are done. */
  consequences?: (record: V) => Consequences;
  /** Acts that lead to another page instead of being sent at once, by the action's name. */
  instead?: (record: V) => Partial<Record<string, () => void>>;
  /** Acts that ask more than a reason; the dialog is given the record as it is now, also after another has changed it. */
  dialogs?: Record<string, (open: OpenDialog<V>) => ReactNode>;
}

export interface OpenDialog<V> {
  record: V;
  /** The word of the act. */
  act: string;
  onClose: () => void;
}

const ROWS = 10;

export function RecordPage<V extends RecordView>(props: RecordPageProps<V>) {
  // Whoever comes back to the window sees where the record stands now, before acting on it.
  const query = useQuery({ ...props.question, refetchOnWindowFocus: "always" });
  const record = stillTold(query);
  useTitle(record && props.name(record));
  return <Answered query={query} rows={ROWS}>{(told) => <Loaded {...props} record={told} />}</Answered>;
}

function Loaded<V extends RecordView>({ record, ...of }: RecordPageProps<V> & { record: V }) {
  const [params, setParams] = useSearchParams();
  const [asking, ask] = useState<Action | null>(null);
  const opening = Object.fromEntries(Object.keys(of.dialogs ?? {}).map((name) => [name, ask]));
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
      <NextStep waiting={of.next?.(record)} record={record} instead={{ ...of.instead?.(record), ...opening }} consequences={of.consequences?.(record)} />
      <Facts facts={of.facts(record)} />
      {tabs.length > 0 && (
        <Tabs
          items={tabs}
          activeKey={params.get("tab") ?? tabs[0]?.key}
          onChange={(tab) => setParams({ tab }, { replace: true, preventScrollReset: true })}
        />
      )}
      {asking && of.dialogs?.[asking.name]?.({ record, act: asking.label, onClose: () => ask(null) })}
    </article>
  );
}
