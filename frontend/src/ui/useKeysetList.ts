/** The pages of a list loaded so far, and the row opened last; both are there again when coming back. */
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";
import { keep, ownKey, readKept } from "@/api/kept";
import type { ListQuestion } from "@/api/view";

const STALE_AFTER = 30_000;

export function useKeysetList<T, Q>(list: ListQuestion<T, Q>, query: Q) {
  const { pathname } = useLocation();
  const isBack = useNavigationType() === NavigationType.Pop;
  const stored = ownKey(`opened:${pathname}`);
  const [last, setLast] = useState(() => (isBack ? readKept<string>(stored, sessionStorage) : null));
  const request = useInfiniteQuery({
    // A page by page answer has another shape than a plain question of the same list; what begins with the list's key reaches both.
    queryKey: [...list.key, "pages", query],
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
    /** Once it has been found again it calls nobody back. */
    forget: useCallback(() => setLast(null), []),
    remember: (id: string) => void keep(stored, id, sessionStorage),
  };
}
