/** Beneath a list: it is loading, there is more, it failed, or it is empty. */
import type { ReactNode } from "react";
import { useMessages } from "@/ui/language";
import styles from "./ListEnd.module.css";
import { Loading } from "./Loading";
import { messages } from "./messages";
import { Refusal } from "./Refusal";

interface Request {
  isPending: boolean;
  isFetching: boolean;
  error: unknown;
  refetch: () => unknown;
  hasNextPage: boolean;
  fetchNextPage: () => unknown;
}

export function ListEnd({ request, isEmpty, empty }: { request: Request; isEmpty: boolean; empty: ReactNode }) {
  const t = useMessages(messages);
  if (request.error) return <div className={styles.end}><Refusal error={request.error} onRetry={() => void request.refetch()} /></div>;
  if (request.isPending) return <Loading />;
  if (isEmpty) return empty;
  if (!request.hasNextPage) return null;
  return (
    <div className={styles.end}>
      <button type="button" className="act quiet" disabled={request.isFetching} onClick={() => void request.fetchNextPage()}>{t.more}</button>
    </div>
  );
}
