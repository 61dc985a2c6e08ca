/** The columns of a list and which of them this reader has chosen to see. */
import { useState, type ReactNode } from "react";
import { keep, readKept } from "@/api/kept";

export interface Column<T> {
  key: string;
  title: string;
  value: (row: T) => ReactNode;
  /** Numbers, right-aligned with tabular figures. */
  number?: boolean;
  width?: number;
  /** Not shown until chosen. */
  extra?: boolean;
}

const stored = (list: string) => `columns:${list}`;

/** The first column is the record's name: it opens the row and is always shown. */
export function useChosenColumns<T>(list: string, columns: Column<T>[]) {
  const [hidden, setHidden] = useState<string[]>(() => {
    const kept = readKept<unknown>(stored(list));
    return Array.isArray(kept) ? kept.map(String) : columns.filter((column) => column.extra).map((column) => column.key);
  });
  function choose(shown: string[]) {
    const now = columns.slice(1).map((column) => column.key).filter((key) => !shown.includes(key));
    keep(stored(list), now);
    setHidden(now);
  }
  return { shown: columns.filter((column, index) => index === 0 || !hidden.includes(column.key)), choose };
}
