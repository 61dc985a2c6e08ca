/** What the screens of satisfaction surveys ask. */
import { answer, assessment } from "@/api/client";
import type { components, paths } from "@/api/assessment.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Survey = Schemas["SurveyView"];
export type Results = Schemas["ResultsView"];
export type SurveyQuery = QueryOf<paths, "/surveys">;

export const surveys: ListQuestion<Survey, SurveyQuery> = {
  key: ["assessment", "surveys"],
  page: (query) => answer(assessment.GET("/surveys", { params: { query } })),
};

export const survey = (id: string): Question<Survey> => ({
  queryKey: ["assessment", "surveys", id],
  queryFn: ({ signal }) => answer(assessment.GET("/surveys/{id}", { params: { path: { id } }, signal })),
});

export const results = (id: string): Question<Results> => ({
  queryKey: ["assessment", "surveys", id, "results"],
  queryFn: ({ signal }) => answer(assessment.GET("/surveys/{id}/results", { params: { path: { id } }, signal })),
});
