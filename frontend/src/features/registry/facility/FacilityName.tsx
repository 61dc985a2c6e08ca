/** A facility by its name, opening its page. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Named } from "@/ui/Named";
import { facility } from "./queries";

const KEPT = 5 * 60_000;

export function FacilityName({ id }: { id: string }) {
  const query = useQuery({ ...facility(id), staleTime: KEPT });
  return <Named query={query} withheld="辖区外的设施">{({ name }) => <Link to={`/registry/facilities/${id}`}>{name}</Link>}</Named>;
}
