/** What the screens of checks ask and send. */
import { answer, ifMatch, volunteers } from "@/api/client";
import type { components, paths } from "@/api/volunteers.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

export type Check = components["schemas"]["CheckView"];
export type CheckQuery = QueryOf<paths, "/hours-checks">;
export type ResultIn = components["schemas"]["ResultIn"];

export const checks: ListQuestion<Check, CheckQuery> = {
  key: ["volunteers", "hours-checks"],
  page: (query) => answer(volunteers.GET("/hours-checks", { params: { query } })),
};

export const check = (id: string): Question<Check> => ({
  queryKey: ["volunteers", "hours-checks", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/hours-checks/{id}", { params: { path: { id } }, signal })),
});

export const decide = ({ id, version }: Check, body: ResultIn) =>
  answer(volunteers.POST("/hours-checks/{id}/result", { params: { path: { id } }, headers: ifMatch(version), body }));
