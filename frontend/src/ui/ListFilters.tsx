/** The filter row of a list. */
import { Button, Input, Select } from "antd";
import { useId } from "react";
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

function Field<Q>({ id, filter, value, set }: FieldProps<Q>) {
  const t = useMessages(messages);
  const one = Array.isArray(value) ? value[0] : value;
  switch (filter.kind) {
    case "text":
      // Uncontrolled: typing is the reader's, the URL changes on Enter or when the field is left.
      return <Input id={id} key={one} defaultValue={one} allowClear onPressEnter={(event) => set(event.currentTarget.value.trim())} onBlur={(event) => set(event.currentTarget.value.trim())} onClear={() => set(undefined)} />;
    case "select":
      return filter.multiple
        ? <Select id={id} mode="multiple" value={[value ?? []].flat()} options={filter.options} onChange={set} placeholder={t.all} allowClear maxTagCount="responsive" />
        : <Select id={id} value={one} options={filter.options} onChange={set} placeholder={t.all} allowClear />;
    case "area":
      return <AreaSelect id={id} value={one} onChange={set} />;
    case "day":
      return <DayInput id={id} value={one} onChange={set} />;
  }
}

interface Props<Q> {
  filters: Filter<Q>[];
  valueOf: (filter: Filter<Q>) => FilterValue;
  set: (name: string, value: FilterValue) => void;
  clear: () => void;
}

export function ListFilters<Q>({ filters, valueOf, set, clear }: Props<Q>) {
  const t = useMessages(messages);
  const id = useId();
  const isFiltered = filters.some((filter) => valueOf(filter) !== undefined);
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
