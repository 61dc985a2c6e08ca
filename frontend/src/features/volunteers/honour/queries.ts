/** What the screens of stars ask and send. */
import { answer, ifMatch, volunteers } from "@/api/client";
import type { components, paths } from "@/api/volunteers.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Honour = Schemas["HonourView"];
export type HonourQuery = QueryOf<paths, "/honours">;
export type OpenHonour = Schemas["OpenHonour"];
export type OpenHonourQuery = QueryOf<paths, "/published/honours">;
export type Stars = Schemas["Stars"];
export type ApplicationIn = Schemas["ApplicationIn"];
export type EndingIn = Schemas["EndingIn"];

export const honours: ListQuestion<Honour, HonourQuery> = {
  key: ["volunteers", "honours"],
  page: (query) => answer(volunteers.GET("/honours", { params: { query } })),
};

export const honour = (id: string): Question<Honour> => ({
  queryKey: ["volunteers", "honours", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/honours/{id}", { params: { path: { id } }, signal })),
});

export const starsOfVolunteer = (id: string): Question<Stars> => ({
  queryKey: ["volunteers", "honours", "stars", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/volunteers/{id}/stars", { params: { path: { id } }, signal })),
});

export const openHonours: ListQuestion<OpenHonour, OpenHonourQuery> = {
  key: ["volunteers", "published", "honours"],
  page: (query) => answer(volunteers.GET("/published/honours", { params: { query } })),
};

export const openHonour = (id: string): Question<OpenHonour> => ({
  queryKey: ["volunteers", "published", "honours", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/published/honours/{id}", { params: { path: { id } }, signal })),
});

export const apply = (body: ApplicationIn) => answer(volunteers.POST("/honours", { body }));

export const refuse = ({ id, version }: Honour, body: EndingIn) =>
  answer(volunteers.POST("/honours/{id}/refusal", { params: { path: { id } }, headers: ifMatch(version), body }));

export const revoke = ({ id, version }: Honour, body: EndingIn) =>
  answer(volunteers.POST("/honours/{id}/revocation", { params: { path: { id } }, headers: ifMatch(version), body }));
