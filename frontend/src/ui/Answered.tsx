/** What a screen does with a question: what is known stays when asking again fails, unless it is no longer for this reader. */
import type { UseQueryResult } from "@tanstack/react-query";
import { Skeleton } from "antd";
import type { ReactNode } from "react";
import { asProblem } from "@/api/problem";
import { useMessages } from "./language";
import { messages } from "./messages";
import { ProblemAlert } from "./ProblemAlert";

const WITHHELD = [401, 403, 404];

interface Props<T> {
  query: UseQueryResult<T>;
  /** Lines that stand for what is still to come. */
  rows?: number;
  children: (data: T) => ReactNode;
}

/** It is not for this reader, or not there; a lost network says neither. */
export const isWithheld = (error: unknown) => Boolean(error) && WITHHELD.includes(asProblem(error).status);

/** The answer, and none of it once the service withholds it. */
export const stillTold = <T,>({ data, error }: UseQueryResult<T>) => (isWithheld(error) ? undefined : data);

export function Answered<T>({ query, rows = 4, children }: Props<T>) {
  const t = useMessages(messages);
  const data = stillTold(query);
  return (
    <>
      {query.error && <ProblemAlert error={query.error} onReload={() => void query.refetch()} />}
      {data === undefined && !query.error && <Skeleton active={false} title={false} paragraph={{ rows }} aria-label={t.loading} />}
      {data !== undefined && children(data)}
    </>
  );
}
