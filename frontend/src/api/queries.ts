/** The server state of an app; when the session is gone or another person's, everybody who shows it hears at once. */
import { hashKey, MutationCache, QueryCache, QueryClient, type Query } from "@tanstack/react-query";
import { rememberPerson } from "./kept";
import { Problem } from "./problem";
import { me, type Account } from "./session";

const SIGNED_OUT = new Set(["session-ended", "sign-in-needed", "token-expired", "token-refused"]);

/** Answers that are the same for everybody. */
const PUBLIC = [["registry", "areas"], ["projects", "need-categories"], ["projects", "published"]];

const ME = hashKey(me.queryKey);
const isPersonal = ({ queryKey, queryHash }: Query) => queryHash !== ME && !PUBLIC.some((key) => key.every((part, at) => queryKey[at] === part));

/** What somebody else was told is gone; what still stands on the screen is asked again, once the last person's screens have left. */
function forget(queries: QueryClient): void {
  for (const query of queries.getQueryCache().findAll({ predicate: isPersonal })) {
    if (query.getObserversCount() > 0) query.reset();
    else queries.getQueryCache().remove(query);
  }
  setTimeout(() => void queries.refetchQueries({ type: "active", predicate: isPersonal }));
}

/** Whatever way the person changes: signing in or out, an ended session, another account. */
function heedPerson(queries: QueryClient): void {
  let known: string | null | undefined;
  queries.getQueryCache().subscribe(({ query }) => {
    const account = query.queryHash === ME ? (query.state.data as Account | null | undefined) : undefined;
    if (account === undefined || known === (account?.id ?? null)) return;
    const isChange = known !== undefined;
    known = account?.id ?? null;
    rememberPerson(known);
    if (isChange) forget(queries);
  });
}

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
  heedPerson(queries);
  return queries;
}
