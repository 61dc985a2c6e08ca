/** A social worker by the masked name, opening their page. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { workerName } from "@/api/workerNames";
import { Named } from "@/ui/Named";

export function WorkerName({ id }: { id: string }) {
  const query = useQuery(workerName(id));
  return <Named query={query} withheld="辖区外的社工">{({ name }) => <Link to={`/registry/social-workers/${id}`}>{name}</Link>}</Named>;
}
