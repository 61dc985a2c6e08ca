/** Appears when rows are selected: what can be done with all of them at once. */
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { ConfirmDialog } from "./ConfirmDialog";
import { useMessages } from "./language";
import styles from "./ListPage.module.css";
import { messages } from "./messages";
import { ProblemAlert } from "./ProblemAlert";
import { useRefresh } from "./useRefresh";

export interface BulkAct<T> {
  label: string;
  /** What will happen to these rows, asked before it is done. */
  says: (rows: T[]) => string;
  run: (rows: T[]) => Promise<unknown>;
}

interface Props<T> {
  acts: BulkAct<T>[];
  rows: T[];
  onClear: () => void;
}

export function BulkBar<T>({ acts, rows, onClear }: Props<T>) {
  const t = useMessages(messages);
  const refresh = useRefresh();
  const [asking, ask] = useState<BulkAct<T> | null>(null);
  const deed = useMutation({
    mutationFn: (act: BulkAct<T>) => act.run(rows),
    onSuccess: onClear,
    onSettled: () => {
      ask(null);
      void refresh();
    },
  });
  if (rows.length === 0) return null;
  return (
    <>
      <div className={styles.bulk} role="toolbar" aria-label={t.selected(rows.length)}>
        <span className="figures">{t.selected(rows.length)}</span>
        {acts.map((act) => <Button key={act.label} size="small" onClick={() => ask(act)}>{act.label}</Button>)}
        <Button size="small" type="link" onClick={onClear}>{t.clearSelection}</Button>
      </div>
      {asking && <ConfirmDialog act={asking.label} says={asking.says(rows)} busy={deed.isPending} onYes={() => deed.mutate(asking)} onClose={() => ask(null)} />}
      {deed.error && <ProblemAlert error={deed.error} />}
    </>
  );
}
