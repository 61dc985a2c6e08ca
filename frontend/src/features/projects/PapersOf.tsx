/** The files kept with a record, for those who read it. */
import { useQuery } from "@tanstack/react-query";
import { answer, projects } from "@/api/client";
import type { Question } from "@/api/view";
import { FileLinks } from "@/ui/FileLinks";

/** As many as a record takes in. */
const MOST = 20;

const papersOf = (subject_id: string): Question<string[]> => ({
  queryKey: ["projects", "attachments", "of", subject_id],
  queryFn: async ({ signal }) => (await answer(projects.GET("/attachments", { params: { query: { subject_id, limit: MOST } }, signal }))).items.map(({ id }) => id),
});

export function PapersOf({ id }: { id: string }) {
  const { data } = useQuery(papersOf(id));
  return <FileLinks service="projects" ids={data ?? []} />;
}
