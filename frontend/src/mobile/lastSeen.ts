/** The first page of a public list as this phone saw it last: read until there is an answer, and where there is no network. */
import { useEffect, useState } from "react";
import { keep, readKept } from "@/api/kept";
import type { Page } from "@/api/view";
import { isPast } from "@/ui/times";

interface Seen<T> {
  /** What was asked: another area's list is no answer. */
  of: string;
  at: number;
  rows: T[];
}

interface List<T> {
  request: { data?: { pages: Page<T>[] }; dataUpdatedAt: number; error: unknown; isPlaceholderData: boolean };
  rows: T[];
}

export function useLastSeen<T extends { ends_at: string }>(name: string, of: string, { request, rows }: List<T>) {
  const stored = `list:${name}`;
  const [seen] = useState(() => readKept<Seen<T>>(stored));
  const { data, dataUpdatedAt, error, isPlaceholderData } = request;

  useEffect(() => {
    if (data && !isPlaceholderData) keep(stored, { of, at: dataUpdatedAt, rows: data.pages[0]?.items ?? [] });
  }, [stored, of, data, dataUpdatedAt, isPlaceholderData]);

  if (data || seen?.of !== of) return { rows, seenAt: null };
  const coming = seen.rows.filter(({ ends_at }) => !isPast(ends_at));
  return { rows: coming, seenAt: error && coming.length > 0 ? new Date(seen.at) : null };
}
