/** The server state of an app; when the session is gone, everybody who shows it hears at once. */
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { Problem } from "./problem";
import { me } from "./session";

const SIGNED_OUT = new Set(["session-ended", "sign-in-needed", "token-expired", "token-refused"]);

export function newQueries(): QueryClient {
  const onError = (error: unknown) => {
    if (error instanceof Problem && error.status === 401 && SIGNED_OUT.has(error.type)) queries.setQueryData(me.queryKey, null);
  };
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && error instanceof Problem && error.unanswered,
      },
    },
  });
  return queries;
}
