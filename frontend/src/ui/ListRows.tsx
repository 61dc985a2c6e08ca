/** The rows of a list: a table, or cards where the window is narrow. */
import { Table } from "antd";
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from "react";
import { Link } from "react-router";
import type { Column } from "./columns";
import { useMessages } from "./language";
import styles from "./ListPage.module.css";
import { messages } from "./messages";
import { useNarrow } from "./useNarrow";

export interface Row {
  id: string;
}

interface Props<T extends Row> {
  rows: T[];
  columns: Column<T>[];
  hrefOf: (row: T) => string;
  onOpen: (row: T) => void;
  /** The row opened last, found again when coming back. */
  last: string | null;
  onFound: () => void;
  selected?: string[];
  onSelect?: (ids: string[]) => void;
}

/** A card leaves out what a table has to show as empty. */
const NOTHING = "—";

/** Up and down walk the rows; Enter follows the focused link by itself. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>("a[data-row]")];
  const next = links[links.indexOf(document.activeElement as HTMLAnchorElement) + step];
  if (next && links.includes(document.activeElement as HTMLAnchorElement)) {
    event.preventDefault();
    next.focus();
  }
}

const hasOwnUse = (event: MouseEvent) => (event.target as HTMLElement).closest("a, button, input, label, .ant-table-selection-column") !== null;

export function ListRows<T extends Row>({ rows, columns, hrefOf, onOpen, last, onFound, selected, onSelect }: Props<T>) {
  const t = useMessages(messages);
  const narrow = useNarrow();
  const [name, ...facts] = columns as [Column<T>, ...Column<T>[]];
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!last) return;
    box.current?.querySelector<HTMLElement>(`a[data-row="${CSS.escape(last)}"]`)?.focus({ preventScroll: true });
    onFound();
  }, [last, onFound]);

  const link = (row: T) => (
    <Link
      to={hrefOf(row)}
      data-row={row.id}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        onOpen(row);
      }}
    >
      {name.value(row)}
    </Link>
  );

  if (narrow) {
    const [state, others] = [facts.find(({ key }) => key === "state"), facts.filter(({ key }) => key !== "state")];
    return (
      <div ref={box} onKeyDown={walk} role="presentation">
        <ul className={styles.cards}>
          {rows.map((row) => (
            <li key={row.id} className={styles.card}>
              <div className={styles.cardName}>{link(row)}{state?.value(row)}</div>
              <dl>
                {others
                  .map(({ key, title, value }) => ({ key, title, shown: value(row) }))
                  .filter(({ shown }) => shown !== NOTHING)
                  .map(({ key, title, shown }) => <div key={key}><dt>{title}</dt><dd>{shown}</dd></div>)}
              </dl>
            </li>
          ))}
        </ul>
      </div>
    );
  }
  return (
    <div ref={box} onKeyDown={walk} role="presentation">
      <Table<T>
        className={styles.table}
        rowKey="id"
        size="middle"
        dataSource={rows}
        pagination={false}
        columns={columns.map((column, index) => ({
          key: column.key,
          title: column.title,
          width: column.width,
          align: column.number ? "right" : undefined,
          className: column.number ? "figures" : undefined,
          render: (_cell: unknown, row: T) => (index === 0 ? link(row) : column.value(row)),
        }))}
        rowSelection={onSelect && { selectedRowKeys: selected, onChange: (keys) => onSelect(keys.map(String)), getCheckboxProps: () => ({ "aria-label": t.select }) }}
        onRow={(row) => ({ onClick: (event: MouseEvent) => !hasOwnUse(event) && onOpen(row), className: styles.row })}
      />
    </div>
  );
}
