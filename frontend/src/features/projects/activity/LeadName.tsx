/** The social worker who leads, by the masked name the registry gives. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { workerName } from "@/api/workerNames";
import { Named } from "@/ui/Named";

export const workerLevels = { assistant: "助理社会工作师", intermediate: "社会工作师", senior: "高级社会工作师" } as const;

export function LeadName({ id }: { id: string }) {
  const query = useQuery(workerName(id));
  return <Named query={query} withheld="社工（姓名未公开）">{({ name }) => <Link to={`/registry/social-workers/${id}`}>{name}</Link>}</Named>;
}
