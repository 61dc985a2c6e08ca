/** The social worker beside a team, by the masked name the registry gives. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { answer, registry } from "@/api/client";
import { Named } from "@/ui/Named";

const KEPT = 5 * 60_000;

const worker = (id: string) => ({
  queryKey: ["registry", "social-workers", id],
  queryFn: ({ signal }: { signal: AbortSignal }) => answer(registry.GET("/social-workers/{id}", { params: { path: { id } }, signal })),
});

export function WorkerName({ id, plain = false }: { id: string; plain?: boolean }) {
  const query = useQuery({ ...worker(id), staleTime: KEPT });
  return <Named query={query} withheld="社工（姓名未公开）">{({ name }) => (plain ? name : <Link to={`/registry/social-workers/${id}`}>{name}</Link>)}</Named>;
}
