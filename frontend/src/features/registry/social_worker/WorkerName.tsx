/** A social worker by the masked name, opening their page. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Named } from "@/ui/Named";
import { socialWorker } from "./queries";

const KEPT = 5 * 60_000;

export function WorkerName({ id }: { id: string }) {
  const query = useQuery({ ...socialWorker(id), staleTime: KEPT });
  return <Named query={query} withheld="辖区外的社工">{({ name }) => <Link to={`/registry/social-workers/${id}`}>{name}</Link>}</Named>;
}
