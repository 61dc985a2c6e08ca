/** What the screens of facilities ask the registry, and what they send it. */
import { answer, ifMatch, registry } from "@/api/client";
import type { components, paths } from "@/api/registry.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Facility = Schemas["FacilityView"];
export type FacilityQuery = QueryOf<paths, "/facilities">;
export type Opening = Schemas["FacilityIn"];
export type Revising = Schemas["FacilityRevisionIn"];
export type Coverage = Schemas["CoverageView"];

export const facilities: ListQuestion<Facility, FacilityQuery> = {
  key: ["registry", "facilities"],
  page: (query) => answer(registry.GET("/facilities", { params: { query } })),
};

export const facility = (id: string): Question<Facility> => ({
  queryKey: ["registry", "facilities", id],
  queryFn: ({ signal }) => answer(registry.GET("/facilities/{id}", { params: { path: { id } }, signal })),
});

export const coverage = (area_id: string): Question<Coverage> => ({
  queryKey: ["registry", "facility-coverage", area_id],
  queryFn: ({ signal }) => answer(registry.GET("/facility-coverage", { params: { query: { area_id } }, signal })),
});

export const open = (body: Opening) => answer(registry.POST("/facilities", { body }));

export const revise = ({ id, version }: Pick<Facility, "id" | "version">, body: Revising) =>
  answer(registry.PUT("/facilities/{id}/revision", { params: { path: { id } }, headers: ifMatch(version), body }));
