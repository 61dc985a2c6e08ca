/** A deliberation by its topic. */
import { useQuery } from "@tanstack/react-query";
import { Named } from "@/ui/Named";
import { publishedDeliberation } from "./queries";

export function DeliberationTitle({ id }: { id: string }) {
  const query = useQuery(publishedDeliberation(id));
  return <Named query={query} withheld="尚未公开的协商">{({ topic }) => topic}</Named>;
}
