/** The pages of a list loaded so far, and the row opened last; both are there again when coming back. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "react-router";
import type { ListQuestion } from "@/api/view";

const STALE_AFTER = 30_000;

export function useKeysetList<T, Q>(list: ListQuestion<T, Q>, query: Q) {
  const { pathname } = useLocation();
  const stored = `opened:${pathname}`;
  const [last] = useState(() => sessionStorage.getItem(stored));
  const request = useInfiniteQuery({
    queryKey: [...list.key, query],
    queryFn: ({ pageParam }) => list.page(pageParam ? { ...query, after: pageParam } : query),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    placeholderData: keepPreviousData,
    staleTime: STALE_AFTER,
  });
  return {
    request,
    rows: request.data?.pages.flatMap(({ items }) => items) ?? [],
    total: request.data?.pages[0]?.count ?? undefined,
    last,
    remember: (id: string) => sessionStorage.setItem(stored, id),
  };
}
