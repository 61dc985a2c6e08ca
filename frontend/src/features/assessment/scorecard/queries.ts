/** What the screens of scorecards ask and send. */
import { answer, assessment, ifMatch } from "@/api/client";
import type { components, paths } from "@/api/assessment.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Card = Schemas["ScorecardView"];
export type CardHead = Schemas["ScorecardHead"];
export type CardQuery = QueryOf<paths, "/scorecards">;
export type Line = Schemas["LineView"];
export type Standing = Line["reading"]["standing"];
export type ReportLine = Schemas["ReportLine"];
export type Judgement = Schemas["JudgementLine"];
export type Objected = Schemas["ObjectionLine"];
export type Decided = Schemas["DecisionLine"];
export type Ranking = Schemas["RankingView"];
export type Ranked = Schemas["RankedView"];

type Of = Pick<Card, "id" | "version">;

export const cards: ListQuestion<CardHead, CardQuery> = {
  key: ["assessment", "scorecards"],
  page: (query) => answer(assessment.GET("/scorecards", { params: { query } })),
};

export const card = (id: string): Question<Card> => ({
  queryKey: ["assessment", "scorecards", id],
  queryFn: ({ signal }) => answer(assessment.GET("/scorecards/{id}", { params: { path: { id } }, signal })),
});

export const ranking = (year: number): Question<Ranking> => ({
  queryKey: ["assessment", "rankings", year],
  queryFn: ({ signal }) => answer(assessment.GET("/rankings/{year}", { params: { path: { year } }, signal })),
});

const at = ({ id, version }: Of) => ({ params: { path: { id } }, headers: ifMatch(version) });

export const report = (of: Of, lines: ReportLine[]) => answer(assessment.PUT("/scorecards/{id}/report", { ...at(of), body: { lines } }));

export const check = (of: Of, lines: Judgement[]) => answer(assessment.POST("/scorecards/{id}/check", { ...at(of), body: { lines } }));

export const object = (of: Of, lines: Objected[]) => answer(assessment.POST("/scorecards/{id}/objection", { ...at(of), body: { lines } }));

/** Gives the new card. */
export const correct = (of: Of, reason: string) => answer(assessment.POST("/scorecards/{id}/correction", { ...at(of), body: { reason } }));

export const decide = (of: Of, lines: Decided[]) => answer(assessment.POST("/scorecards/{id}/decision", { ...at(of), body: { lines } }));
