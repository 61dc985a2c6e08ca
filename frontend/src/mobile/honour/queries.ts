/** My stars, and applying for one. */
import { queryOptions } from "@tanstack/react-query";
import { answer, volunteers } from "@/api/client";
import type { components } from "@/api/volunteers.gen";

type Schemas = components["schemas"];

export type Stars = Schemas["Stars"];
export type Honour = Schemas["HonourView"];

const LATEST = 50;
export const honoursKey = ["volunteers", "honours"] as const;

export const starsOf = (volunteerId: string) =>
  queryOptions({
    queryKey: [...honoursKey, "stars", volunteerId],
    queryFn: ({ signal }) => answer(volunteers.GET("/volunteers/{id}/stars", { params: { path: { id: volunteerId } }, signal })),
  });

export const honoursOf = (volunteerId: string) =>
  queryOptions({
    queryKey: [...honoursKey, volunteerId],
    queryFn: async ({ signal }) => (await answer(volunteers.GET("/honours", { params: { query: { volunteer_id: volunteerId, limit: LATEST } }, signal }))).items,
  });

export const apply = (stars: number, statement: string) => answer(volunteers.POST("/honours", { body: { stars, statement } }));
