/** What the screens of registrations ask the registry, and what they send it. */
import { answer, ifMatch, registry } from "@/api/client";
import type { components, paths } from "@/api/registry.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Registration = Schemas["RegistrationView"];
export type RegistrationQuery = QueryOf<paths, "/registrations">;
export type Applying = Schemas["RegistrationIn"];
export type Material = Schemas["MaterialIn"];
export type Granting = Schemas["GrantIn"];
export type Document = Schemas["Document"];
export type Conditions = Schemas["RegistrationConditionsView"];
export type Finding = Schemas["FindingView"];

export const registrations: ListQuestion<Registration, RegistrationQuery> = {
  key: ["registry", "registrations"],
  page: (query) => answer(registry.GET("/registrations", { params: { query } })),
};

export const registration = (id: string): Question<Registration> => ({
  queryKey: ["registry", "registrations", id],
  queryFn: ({ signal }) => answer(registry.GET("/registrations/{id}", { params: { path: { id } }, signal })),
});

export const registrationsOf = (organisation_id: string): Question<Page<Registration>> => ({
  queryKey: ["registry", "registrations", "of", organisation_id],
  queryFn: () => registrations.page({ organisation_id }),
});

/** What an application of today is judged by, and the documents that it gives. */
export const conditions: Question<Conditions> = {
  queryKey: ["registry", "registration-conditions"],
  queryFn: ({ signal }) => answer(registry.GET("/registration-conditions", { signal })),
};

/** Everything to be said about a credit code, warnings too. */
export const findings = (uscc: string, kind: Registration["kind"]): Question<Finding[]> => ({
  queryKey: ["registry", "uscc-findings", uscc, kind],
  queryFn: ({ signal }) => answer(registry.GET("/uscc-findings", { params: { query: { uscc, kind } }, signal })),
});

export const apply = (body: Applying) => answer(registry.POST("/registrations", { body }));

export const correct = ({ id, version }: Pick<Registration, "id" | "version">, body: Material) =>
  answer(registry.POST("/registrations/{id}/correction", { params: { path: { id } }, headers: ifMatch(version), body }));

export const grant = ({ id, version }: Registration, body: Granting) =>
  answer(registry.POST("/registrations/{id}/grant", { params: { path: { id } }, headers: ifMatch(version), body }));
