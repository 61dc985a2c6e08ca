/** A record of which only the name is shown: its name, or why there is none. */
import type { ReactNode } from "react";
import type { UseQueryResult } from "@tanstack/react-query";
import { isWithheld } from "./Answered";
import { useMessages } from "./language";
import { messages } from "./messages";

interface Props<T> {
  /** `null` where the server says nothing of it to the reader. */
  query: Pick<UseQueryResult<T | null>, "data" | "error">;
  /** Said of one that the reader may not see: 辖区外的项目. */
  withheld: string;
  children: (data: T) => ReactNode;
}

export function Named<T>({ query: { data, error }, withheld, children }: Props<T>) {
  const t = useMessages(messages);
  if (data === null) return <span className="muted">{withheld}</span>;
  if (data !== undefined) return <>{children(data)}</>;
  if (!error) return <span className="muted">…</span>;
  return <span className="muted">{isWithheld(error) ? withheld : t.nameNotRead}</span>;
}
