/** What the screens of community organisations ask the registry, and what they send it. */
import { answer, ifMatch, registry } from "@/api/client";
import type { components, paths } from "@/api/registry.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type OrganisationItem = Schemas["OrganisationItem"];
export type Organisation = Schemas["OrganisationView"];
export type OrganisationQuery = QueryOf<paths, "/organisations">;
export type Declaration = Schemas["OrganisationIn"];
export type Revision = Schemas["RevisionIn"];
export type InitiatorIn = Schemas["InitiatorIn"];

export const organisations: ListQuestion<OrganisationItem, OrganisationQuery> = {
  key: ["registry", "organisations"],
  page: (query) => answer(registry.GET("/organisations", { params: { query } })),
};

export const organisation = (id: string): Question<Organisation> => ({
  queryKey: ["registry", "organisations", id],
  queryFn: ({ signal }) => answer(registry.GET("/organisations/{id}", { params: { path: { id } }, signal })),
});

export const draft = (body: Declaration) => answer(registry.POST("/organisations", { body }));

export const revise = ({ id, version }: Pick<Organisation, "id" | "version">, body: Revision) =>
  answer(registry.PUT("/organisations/{id}/revision", { params: { path: { id } }, headers: ifMatch(version), body }));

export const file = ({ id, version }: Organisation, body: Schemas["FilingIn"]) =>
  answer(registry.POST("/organisations/{id}/filing", { params: { path: { id } }, headers: ifMatch(version), body }));
