/** What the screens of stationings ask the registry, and what they send it. */
import { answer, registry } from "@/api/client";
import type { components, paths } from "@/api/registry.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Stationing = Schemas["StationingView"];
export type StationingQuery = QueryOf<paths, "/stationings">;
export type Starting = Schemas["StationingIn"];
export type Parent = Pick<StationingQuery, "facility_id" | "organisation_id" | "social_worker_id">;

export const stationings: ListQuestion<Stationing, StationingQuery> = {
  key: ["registry", "stationings"],
  page: (query) => answer(registry.GET("/stationings", { params: { query } })),
};

export const stationing = (id: string): Question<Stationing> => ({
  queryKey: ["registry", "stationings", id],
  queryFn: ({ signal }) => answer(registry.GET("/stationings/{id}", { params: { path: { id } }, signal })),
});

export const stationingsOf = (parent: Parent): Question<Page<Stationing>> => ({
  queryKey: ["registry", "stationings", "of", parent],
  queryFn: () => stationings.page(parent),
});

export const start = (body: Starting) => answer(registry.POST("/stationings", { body }));
