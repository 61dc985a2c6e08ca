/** The ground of a sanction in words; one that is no longer on today's list keeps its article. */
import { useQuery } from "@tanstack/react-query";
import { grounds, type Sanction } from "./queries";

const KEPT = 60 * 60_000;

export function GroundTitle({ of: { ground, article } }: { of: Pick<Sanction, "ground" | "article"> }) {
  const { data, error } = useQuery({ ...grounds, staleTime: KEPT });
  const known = data?.items.find(({ code }) => code === ground);
  if (known) return <>{known.title}</>;
  return data || error ? <>{article}</> : <span className="muted">…</span>;
}
