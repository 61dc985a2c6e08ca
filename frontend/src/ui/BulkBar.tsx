/** Appears when rows are selected: what can be done with all of them at once. */
import { useMutation } from "@tanstack/react-query";
import { Button } from "antd";
import { useMessages } from "./language";
import styles from "./ListPage.module.css";
import { messages } from "./messages";
import { ProblemAlert } from "./ProblemAlert";
import { useRefresh } from "./useRefresh";

export interface BulkAct<T> {
  label: string;
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
  const deed = useMutation({
    mutationFn: (act: BulkAct<T>) => act.run(rows),
    onSuccess: onClear,
    onSettled: () => void refresh(),
  });
  if (rows.length === 0) return null;
  return (
    <>
      <div className={styles.bulk} role="toolbar" aria-label={t.selected(rows.length)}>
        <span className="figures">{t.selected(rows.length)}</span>
        {acts.map((act) => <Button key={act.label} size="small" loading={deed.isPending && deed.variables === act} onClick={() => deed.mutate(act)}>{act.label}</Button>)}
        <Button size="small" type="link" onClick={onClear}>{t.clearSelection}</Button>
      </div>
      {deed.error && <ProblemAlert error={deed.error} />}
    </>
  );
}
