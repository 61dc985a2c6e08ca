/** The social worker beside a team, by the masked name the registry gives. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { workerName } from "@/api/workerNames";
import { Named } from "@/ui/Named";

export function WorkerName({ id, plain = false }: { id: string; plain?: boolean }) {
  const query = useQuery(workerName(id));
  return <Named query={query} withheld="社工（姓名未公开）">{({ name }) => (plain ? name : <Link to={`/registry/social-workers/${id}`}>{name}</Link>)}</Named>;
}
