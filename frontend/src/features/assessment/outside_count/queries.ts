/** What the screens of outside counts ask and send. */
import { answer, assessment } from "@/api/client";
import type { components, paths } from "@/api/assessment.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type OutsideCount = Schemas["OutsideCountView"];
export type OutsideCountIn = Schemas["OutsideCountIn"];
export type OutsideCountQuery = QueryOf<paths, "/outside-counts">;
export type Counts = Schemas["Counts"];

export const outsideCounts: ListQuestion<OutsideCount, OutsideCountQuery> = {
  key: ["assessment", "outside-counts"],
  page: (query) => answer(assessment.GET("/outside-counts", { params: { query } })),
};

export const outsideCount = (id: string): Question<OutsideCount> => ({
  queryKey: ["assessment", "outside-counts", id],
  queryFn: ({ signal }) => answer(assessment.GET("/outside-counts/{id}", { params: { path: { id } }, signal })),
});

export const enter = (body: OutsideCountIn) => answer(assessment.POST("/outside-counts", { body }));
