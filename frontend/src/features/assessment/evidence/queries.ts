/** What the list behind a figure asks, and how a record's owner calls it. */
import { answer, assessment, follow } from "@/api/client";
import type { components, paths } from "@/api/assessment.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

export type Reading = components["schemas"]["ReadingView"];
export type ReadingQuery = QueryOf<paths, "/readings">;

export const readings: ListQuestion<Reading, ReadingQuery> = {
  key: ["assessment", "readings"],
  page: (query) => answer(assessment.GET("/readings", { params: { query } })),
};

/** What the owners' records are called by: needs, projects and activities by title, organisations and volunteers by name, deliberations by topic. */
interface Called {
  title?: string;
  name?: string;
  topic?: string;
}

export const ownersRecord = (href: string): Question<Called> => ({
  queryKey: ["assessment", "readings", "record", href],
  queryFn: ({ signal }) => follow<Called>(href, { signal }),
});
