/** An activity by its title, opening its page. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Named } from "@/ui/Named";
import { activity } from "./activity";

const KEPT = 5 * 60_000;

export function ActivityTitle({ id }: { id: string }) {
  const query = useQuery({ ...activity(id), staleTime: KEPT });
  return <Named query={query} withheld="辖区外的活动">{({ title }) => <Link to={`/projects/activities/${id}`}>{title}</Link>}</Named>;
}
