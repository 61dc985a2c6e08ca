/** What the screens of schemes ask and send. */
import { answer, assessment, ifMatch } from "@/api/client";
import type { components, paths } from "@/api/assessment.gen";
import type { Action, ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Scheme = Schemas["SchemeView"];
export type SchemeIn = Schemas["SchemeIn"];
export type SchemeQuery = QueryOf<paths, "/schemes">;
export type DefaultScheme = Schemas["DefaultScheme"];
export type Item = Schemas["Item"];
export type Scoring = NonNullable<Item["scoring"]>;
export type Definition = Schemas["DefinitionView"];
export type Unit = Definition["unit"];

export const schemes: ListQuestion<Scheme, SchemeQuery> = {
  key: ["assessment", "schemes"],
  page: (query) => answer(assessment.GET("/schemes", { params: { query } })),
};

export const scheme = (id: string): Question<Scheme> => ({
  queryKey: ["assessment", "schemes", id],
  queryFn: ({ signal }) => answer(assessment.GET("/schemes/{id}", { params: { path: { id } }, signal })),
});

/** What a draft of a year begins with. */
export const defaultScheme = (year: number): Question<DefaultScheme> => ({
  queryKey: ["assessment", "schemes", "default", year],
  queryFn: ({ signal }) => answer(assessment.GET("/schemes/default", { params: { query: { year } }, signal })),
});

/** What the indicators meant on a day. */
export const definitions = (on: string): Question<Definition[]> => ({
  queryKey: ["assessment", "indicators", on],
  queryFn: async ({ signal }) => (await answer(assessment.GET("/indicators", { params: { query: { on } }, signal }))).items,
});

export const draft = (body: SchemeIn) => answer(assessment.POST("/schemes", { body }));

export const revise = ({ id, version }: Pick<Scheme, "id" | "version">, body: SchemeIn) =>
  answer(assessment.PUT("/schemes/{id}/revision", { params: { path: { id } }, headers: ifMatch(version), body }));

/** Whether it can be edited now. */
export const isOffered = ({ actions }: { actions: Action[] }, name: string) => actions.some((action) => action.name === name);
