/** The filter row of a list. */
import { Button, Input, Select } from "antd";
import { useId, useState } from "react";
import { AreaSelect } from "./AreaSelect";
import { DayInput } from "./DayInput";
import { useMessages } from "./language";
import styles from "./ListPage.module.css";
import type { Filter, FilterValue } from "./listState";
import { messages } from "./messages";

interface FieldProps<Q> {
  id: string;
  filter: Filter<Q>;
  value: FilterValue;
  set: (value: FilterValue) => void;
}

/** Typing is the reader's; the URL changes on Enter or when the field is left. */
function TextField({ id, value, set }: Pick<FieldProps<never>, "id" | "set"> & { value: string | undefined }) {
  const [typed, type] = useState(value);
  const [known, know] = useState(value);
  // Cleared or gone back in history: the URL says otherwise now.
  if (known !== value) {
    know(value);
    type(value);
  }
  const ask = (text: string | undefined) => text !== (value ?? "") && set(text);
  return (
    <Input
      id={id}
      value={typed}
      allowClear
      onChange={(event) => type(event.target.value)}
      onPressEnter={(event) => ask(event.currentTarget.value.trim())}
      onBlur={(event) => ask(event.currentTarget.value.trim())}
      onClear={() => ask(undefined)}
    />
  );
}

function Field<Q>({ id, filter, value, set }: FieldProps<Q>) {
  const t = useMessages(messages);
  const one = Array.isArray(value) ? value[0] : value;
  switch (filter.kind) {
    case "text":
      return <TextField id={id} value={one} set={set} />;
    case "select":
      return filter.multiple
        ? <Select id={id} mode="multiple" value={[value ?? []].flat()} options={filter.options} onChange={set} placeholder={t.all} allowClear maxTagCount="responsive" />
        : <Select id={id} value={one} options={filter.options} onChange={set} placeholder={t.all} allowClear={!filter.initial} />;
    case "area":
      return <AreaSelect id={id} value={one} onChange={set} allowClear={!filter.initial} />;
    case "day":
      return <DayInput id={id} value={one} onChange={set} />;
  }
}

interface Props<Q> {
  filters: Filter<Q>[];
  valueOf: (filter: Filter<Q>) => FilterValue;
  isFiltered: boolean;
  set: (name: string, value: FilterValue) => void;
  clear: () => void;
}

export function ListFilters<Q>({ filters, valueOf, isFiltered, set, clear }: Props<Q>) {
  const t = useMessages(messages);
  const id = useId();
  return (
    <div role="search" className={styles.filters}>
      {filters.map((filter) => (
        <label key={filter.name} htmlFor={id + filter.name} className={styles.filter}>
          <span>{filter.label}</span>
          <Field id={id + filter.name} filter={filter} value={valueOf(filter)} set={(value) => set(filter.name, value)} />
        </label>
      ))}
      {isFiltered && <Button type="link" onClick={clear}>{t.clearFilters}</Button>}
    </div>
  );
}
