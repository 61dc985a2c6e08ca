/** An activity by its title, opening its page. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { activity } from "./activity";

const KEPT = 5 * 60_000;

export function ActivityTitle({ id }: { id: string }) {
  const { data, error } = useQuery({ ...activity(id), staleTime: KEPT });
  if (!data) return <span className="muted">{error ? "辖区外的活动" : "…"}</span>;
  return <Link to={`/projects/activities/${id}`}>{data.title}</Link>;
}
