/** 会议材料: the files kept with a deliberation, for those who convene it. */
import { useQuery } from "@tanstack/react-query";
import { FileLinks } from "@/ui/FileLinks";
import { papersOf } from "./queries";

export function PapersOf({ id }: { id: string }) {
  const { data } = useQuery(papersOf(id));
  return <FileLinks service="projects" ids={data ?? []} />;
}
