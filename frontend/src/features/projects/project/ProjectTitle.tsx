/** A project by its title. */
import { useQuery } from "@tanstack/react-query";
import { project } from "./queries";

export function ProjectTitle({ id }: { id: string }) {
  const { data, error } = useQuery(project(id));
  return <>{data?.title ?? (error ? "辖区外的项目" : "…")}</>;
}
