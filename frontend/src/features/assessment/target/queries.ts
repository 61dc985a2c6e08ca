/** What the screens of targets ask and send. */
import { answer, assessment } from "@/api/client";
import type { components, paths } from "@/api/assessment.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Target = Schemas["TargetView"];
export type TargetIn = Schemas["TargetIn"];
export type TargetQuery = QueryOf<paths, "/targets">;
export type Aim = Schemas["Aim"];
export type OrganKind = NonNullable<Target["organ_kind"]>;

export const targets: ListQuestion<Target, TargetQuery> = {
  key: ["assessment", "targets"],
  page: (query) => answer(assessment.GET("/targets", { params: { query } })),
};

export const target = (id: string): Question<Target> => ({
  queryKey: ["assessment", "targets", id],
  queryFn: ({ signal }) => answer(assessment.GET("/targets/{id}", { params: { path: { id } }, signal })),
});

export const set = (body: TargetIn) => answer(assessment.POST("/targets", { body }));
