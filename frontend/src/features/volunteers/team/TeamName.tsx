/** A team by its name, opening its page. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Named } from "@/ui/Named";
import { team } from "./queries";

export function TeamName({ id }: { id: string }) {
  const query = useQuery(team(id));
  return <Named query={query} withheld="辖区外的队伍">{({ name }) => <Link to={`/volunteers/teams/${id}`}>{name}</Link>}</Named>;
}
