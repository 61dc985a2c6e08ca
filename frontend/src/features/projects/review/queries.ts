/** What the screens of reviews ask the projects service, and what they send it. */
import { answer, gateway, ifMatch, projects } from "@/api/client";
import type { components as gatewayComponents } from "@/api/gateway.gen";
import type { components } from "@/api/projects.gen";
import type { Question } from "@/api/view";
import type { Bid } from "../bid/queries";
import type { Purchase } from "../purchase/queries";

type Schemas = components["schemas"];

export type Panelist = Schemas["PanelistView"];
export type Score = Schemas["ScoreView"];
export type ScoreIn = Schemas["ScoreIn"];
export type Expert = gatewayComponents["schemas"]["Expert"];
export type Declaring = Schemas["DeclarationIn"];

const MOST = 200;

export const panelOf = (purchaseId: string): Question<Panelist[]> => ({
  queryKey: ["projects", "purchases", purchaseId, "panel"],
  queryFn: async ({ signal }) => (await answer(projects.GET("/purchases/{id}/panel", { params: { path: { id: purchaseId }, query: { limit: MOST } }, signal }))).items,
});

/** One's own; all of them once the review is concluded. */
export const scoresOf = (purchaseId: string): Question<Score[]> => ({
  queryKey: ["projects", "purchases", purchaseId, "scores"],
  queryFn: async ({ signal }) => (await answer(projects.GET("/purchases/{id}/scores", { params: { path: { id: purchaseId }, query: { limit: MOST } }, signal }))).items,
});

export const experts: Question<Expert[]> = {
  queryKey: ["gateway", "experts"],
  queryFn: async ({ signal }) => (await answer(gateway.GET("/experts", { params: { query: { limit: MOST } }, signal }))).items,
};

export const appoint = ({ id, version }: Purchase, expert_ids: string[]) =>
  answer(projects.PUT("/purchases/{id}/panel", { params: { path: { id } }, headers: ifMatch(version), body: { expert_ids } }));

export const declare = ({ id }: Purchase, body: Declaring) => answer(projects.POST("/purchases/{id}/declaration", { params: { path: { id } }, body }));

/** What was given before is changed as it was read; another window may have changed it meanwhile. */
export const score = ({ id }: Bid, body: ScoreIn, given?: Score) =>
  answer(projects.PUT("/bids/{id}/score", { params: { path: { id } }, headers: given && ifMatch(given.version), body }));
