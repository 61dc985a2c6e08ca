/** After an act what is shown is asked again; nobody waits for it, and what acts leave alone is not fetched anew. */
import { hashKey, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { me } from "@/api/session";
import { areas } from "./areas";

const LASTING = new Set([me.queryKey, areas.queryKey].map(hashKey));

export function useRefresh(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ predicate: ({ queryHash }) => !LASTING.has(queryHash) }), [queries]);
}
