/** A social worker by the masked name the registry gives, opening their page; one whom the reader may not know is said to be so. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { answer, registry } from "@/api/client";
import { Named } from "./Named";
import { namesById, together } from "./together";

const KEPT = 5 * 60_000;

const workerNames = together(async (ids) => namesById(await answer(registry.POST("/social-workers/names", { body: { ids } }))));

export function WorkerName({ id, plain = false }: { id: string; plain?: boolean }) {
  const query = useQuery({ queryKey: ["registry", "social-workers", "names", id], queryFn: () => workerNames(id), staleTime: KEPT });
  return <Named query={query} withheld="社工（姓名未公开）">{(name) => (plain ? name : <Link to={`/registry/social-workers/${id}`}>{name}</Link>)}</Named>;
}
