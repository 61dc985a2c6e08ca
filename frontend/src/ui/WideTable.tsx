/** A table that may be wider than its page: pushed sideways by finger, and by keyboard once it is reached with Tab. */
import { Table, type TableProps } from "antd";
import styles from "./WideTable.module.css";

interface Props<T> extends Omit<TableProps<T>, "scroll"> {
  /** What is listed, for those who do not see it. */
  label: string;
}

/** Part of a record: narrow lines, all of them at once. */
export function WideTable<T extends object>({ label, ...table }: Props<T>) {
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard (axe)
    <div className={styles.wide} role="region" aria-label={label} tabIndex={0}>
      <Table<T> rowKey="id" size="small" pagination={false} {...table} />
    </div>
  );
}
