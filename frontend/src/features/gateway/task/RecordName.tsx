/** What the record that waits is called, as its own service tells this reader; nothing where it does not. */
import { useQuery } from "@tanstack/react-query";
import { nameOf } from "./queries";

const LASTS = 5 * 60_000;

export function RecordName({ href }: { href: string }) {
  const { data, error } = useQuery({ ...nameOf(href), staleTime: LASTS, retry: false });
  if (error || data === "") return <>—</>;
  return data === undefined ? <span className="muted">…</span> : <>{data}</>;
}
