/** What the screens of sanctions and standings ask the registry, and what they send it. */
import { answer, ifMatch, registry } from "@/api/client";
import type { components, paths } from "@/api/registry.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";
import type { Organisation } from "../organisation/queries";

type Schemas = components["schemas"];

export type Sanction = Schemas["SanctionView"];
export type SanctionQuery = QueryOf<paths, "/sanctions">;
export type Imposing = Schemas["SanctionIn"];
export type Revoking = Schemas["RevocationIn"];
export type Grounds = Schemas["GroundsView"];
export type Ground = Grounds["items"][number];
export type Standing = Schemas["StandingView"];

export const sanctions: ListQuestion<Sanction, SanctionQuery> = {
  key: ["registry", "sanctions"],
  page: (query) => answer(registry.GET("/sanctions", { params: { query } })),
};

export const sanction = (id: string): Question<Sanction> => ({
  queryKey: ["registry", "sanctions", id],
  queryFn: ({ signal }) => answer(registry.GET("/sanctions/{id}", { params: { path: { id } }, signal })),
});

export const sanctionsOf = (organisation_id: string): Question<Page<Sanction>> => ({
  queryKey: ["registry", "sanctions", "of", organisation_id],
  queryFn: () => sanctions.page({ organisation_id }),
});

/** Of today, or of the day that is named. */
export const standing = (id: string, on?: string): Question<Standing> => ({
  queryKey: ["registry", "organisations", id, "standing", on ?? "today"],
  queryFn: ({ signal }) => answer(registry.GET("/organisations/{id}/standing", { params: { path: { id }, query: { on } }, signal })),
});

export const grounds: Question<Grounds> = {
  queryKey: ["registry", "sanction-grounds"],
  queryFn: ({ signal }) => answer(registry.GET("/sanction-grounds", { signal })),
};

export const impose = (body: Imposing) => answer(registry.POST("/sanctions", { body }));

export const revoke = ({ id, version }: Organisation, body: Revoking) =>
  answer(registry.POST("/organisations/{id}/revocation", { params: { path: { id } }, headers: ifMatch(version), body }));
