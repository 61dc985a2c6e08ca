/** A list's filters, kept in the URL so that a list can be sent, saved and come back to. */
import { useMemo } from "react";
import { useSearchParams } from "react-router";

interface Choice {
  value: string;
  label: string;
}

/** One field of the filter row; `name` is the query parameter of the service and of the URL. */
export type Filter<Q> = {
  name: keyof Q & string;
  label: string;
  /** What is asked where the URL names nothing: the list is always of one of these, so it neither narrows nor can be cleared. */
  initial?: string;
} & (
  | { kind: "text" }
  | { kind: "select"; options: Choice[]; multiple?: boolean }
  | { kind: "area" }
  | { kind: "day" }
);

export type FilterValue = string | string[] | undefined;

function read<Q>(params: URLSearchParams, filter: Filter<Q>): FilterValue {
  const values = params.getAll(filter.name).filter(Boolean);
  return filter.kind === "select" && filter.multiple ? (values.length > 0 ? values : undefined) : (values[0] ?? filter.initial);
}

/** Only parameters that a filter names are asked of the server; anything else in the URL is the page's own. */
export function queryFrom<Q>(params: URLSearchParams, filters: Filter<Q>[]): Partial<Q> {
  const entries = filters.map((filter) => [filter.name, read(params, filter)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Partial<Q>;
}

export function withValue(params: URLSearchParams, name: string, value: FilterValue): URLSearchParams {
  const changed = new URLSearchParams(params);
  changed.delete(name);
  for (const one of [value ?? []].flat()) if (one) changed.append(name, one);
  return changed;
}

export function useListState<Q>(filters: Filter<Q>[]) {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => queryFrom(params, filters), [params, filters]);
  const quiet = { replace: true, preventScrollReset: true };
  return {
    query,
    valueOf: (filter: Filter<Q>) => read(params, filter),
    isFiltered: filters.some((filter) => !filter.initial && read(params, filter) !== undefined),
    set: (name: string, value: FilterValue) => setParams((now) => withValue(now, name, value), quiet),
    clear: () => setParams((now) => filters.reduce((left, { name, initial }) => (initial ? left : withValue(left, name, undefined)), now), quiet),
    /** The record in the side sheet. */
    sheet: params.get("sheet"),
  };
}
