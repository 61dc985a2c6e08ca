/** Public lists that change seldom: asked for once a day, and there without a network. */
import { queryOptions } from "@tanstack/react-query";
import { keep, readKept } from "@/api/kept";
import type { Question } from "@/api/view";

const DAY = 24 * 60 * 60 * 1000;

interface Kept<V> {
  at: number;
  list: V;
}

export function keptList<V>(name: string, { queryKey, queryFn }: Question<V>) {
  const stored = `list:${name}`;
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }) => {
      const list = await queryFn({ signal });
      keep(stored, { at: Date.now(), list });
      return list;
    },
    staleTime: DAY,
    initialData: () => readKept<Kept<V>>(stored)?.list,
    initialDataUpdatedAt: () => readKept<Kept<V>>(stored)?.at,
  });
}
