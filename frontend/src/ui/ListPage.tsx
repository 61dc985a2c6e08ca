/** A list: filters in the URL, keyset "more", rows that open by click and Enter, a side sheet and a bulk bar where wanted. */
import { Button, Skeleton } from "antd";
import { useState, type ReactNode } from "react";
import { useLocation, useNavigate } from "react-router";
import type { ListQuestion } from "@/api/view";
import { BulkBar, type BulkAct } from "./BulkBar";
import { ColumnChooser } from "./ColumnChooser";
import { useChosenColumns, type Column } from "./columns";
import { EmptyState } from "./EmptyState";
import { useMessages } from "./language";
import { ListFilters } from "./ListFilters";
import styles from "./ListPage.module.css";
import { ListRows, type Row } from "./ListRows";
import { ListSheet } from "./ListSheet";
import { useListState, withValue, type Filter } from "./listState";
import { messages } from "./messages";
import { ProblemAlert } from "./ProblemAlert";
import { useKeysetList } from "./useKeysetList";
import { useTitle } from "./useTitle";

export interface ListPageProps<T extends Row, Q> {
  title: string;
  /** What the service is asked; `Q` is the operation's query string. */
  list: ListQuestion<T, Q>;
  columns: Column<T>[];
  /** Keep this array outside the component. */
  filters?: Filter<Q>[];
  /** Always asked, never shown: `{ project_id: id }`. */
  fixed?: Partial<Q>;
  /** The record's page. */
  open: (row: T) => string;
  /** Quick look beside the list; without it a row opens its page. */
  sheet?: (row: T) => ReactNode;
  bulk?: BulkAct<T>[];
  /** Main button(s) at the top right. */
  acts?: ReactNode;
  /** Where "export what is shown" is downloaded. */
  exportHref?: (query: URLSearchParams) => string;
  empty?: { title: string; advice?: string; act?: ReactNode };
}

const NO_FILTERS: never[] = [];

export function ListPage<T extends Row, Q>(props: ListPageProps<T, Q>) {
  const { title, list, columns, filters = NO_FILTERS, fixed, open, sheet, bulk, acts, exportHref, empty } = props;
  const t = useMessages(messages);
  const navigate = useNavigate();
  const location = useLocation();
  const state = useListState<Q>(filters);
  const { rows, total, last, remember, forget, request } = useKeysetList(list, { ...fixed, ...state.query } as Q);
  const { shown, choose } = useChosenColumns(title, columns);
  const [selected, select] = useState<string[]>([]);
  const { isFiltered } = state;
  useTitle(title);

  function openRow(row: T) {
    remember(row.id);
    if (!sheet) void navigate(open(row));
    else void navigate({ search: withValue(new URLSearchParams(location.search), "sheet", row.id).toString() }, { replace: true, preventScrollReset: true });
  }

  return (
    <>
      <header className={styles.header}>
        <h1>{title}</h1>
        <div className={`${styles.acts} on-screen-only`}>
          {exportHref && <Button href={exportHref(new URLSearchParams(location.search))}>{t.exportShown}</Button>}
          <ColumnChooser columns={columns} shown={shown} choose={choose} />
          {acts}
        </div>
      </header>
      {filters.length > 0 && <ListFilters filters={filters} {...state} />}
      {bulk && <BulkBar acts={bulk} rows={rows.filter(({ id }) => selected.includes(id))} onClear={() => select([])} />}
      {request.error && <ProblemAlert error={request.error} onReload={() => void request.refetch()} />}
      {request.isPending && <Skeleton active={false} paragraph={{ rows: 8 }} aria-label={t.loading} />}
      {request.data && rows.length === 0 && !isFiltered && <EmptyState title={t.nothing} {...empty} />}
      {request.data && rows.length === 0 && isFiltered && (
        <EmptyState title={t.nothing} advice={t.nothingAdvice} act={<Button onClick={state.clear}>{t.clearFilters}</Button>} />
      )}
      {rows.length > 0 && (
        <div aria-busy={request.isPlaceholderData}>
          <ListRows rows={rows} columns={shown} hrefOf={open} onOpen={openRow} last={last} onFound={forget} selected={selected} onSelect={bulk && select} />
          <footer className={styles.footer}>
            <span className="muted" role="status">{request.hasNextPage ? t.shown(rows.length, total) : t.allShown(rows.length)}</span>
            {request.hasNextPage && <Button loading={request.isFetchingNextPage} onClick={() => void request.fetchNextPage()}>{t.more}</Button>}
          </footer>
        </div>
      )}
      {sheet && <ListSheet row={rows.find(({ id }) => id === state.sheet)} content={sheet} hrefOf={open} onClose={() => state.set("sheet", undefined)} />}
    </>
  );
}
