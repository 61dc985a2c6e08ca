/** What a page has asked for: the answer, whatever else; an error stands above it with the way to ask again. */
import type { ReactNode } from "react";
import { Loading } from "./Loading";
import { Refusal } from "./Refusal";

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** Two answers of which neither says anything without the other. */
export function both<A, B>(one: Asked<A>, other: Asked<B>): Asked<[A, B]> {
  const failed = [one, other].filter(({ error }) => error);
  return {
    data: one.data !== undefined && other.data !== undefined ? [one.data, other.data] : undefined,
    error: failed[0]?.error ?? null,
    refetch: () => failed.forEach(({ refetch }) => void refetch()),
  };
}

interface Props<T> {
  query: Asked<T>;
  children: (data: T) => ReactNode;
}

export function Answered<T>({ query: { data, error, refetch }, children }: Props<T>) {
  return (
    <>
      <Refusal error={error} onRetry={() => void refetch()} />
      {data !== undefined && children(data)}
      {data === undefined && !error && <Loading />}
    </>
  );
}
