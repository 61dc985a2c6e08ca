/** A project by its title. */
import { useQuery } from "@tanstack/react-query";
import { Named } from "@/ui/Named";
import { project } from "./queries";

export function ProjectTitle({ id }: { id: string }) {
  const query = useQuery(project(id));
  return <Named query={query} withheld="辖区外的项目">{({ title }) => title}</Named>;
}
