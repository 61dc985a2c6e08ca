/** What is kept of me, and the consents given for me. */
import { queryOptions } from "@tanstack/react-query";
import { act, answer, ifMatch, volunteers } from "@/api/client";
import type { Action } from "@/api/view";
import type { components } from "@/api/volunteers.gen";

type Schemas = components["schemas"];

export type Consent = Schemas["ConsentView"];
export type Guardian = Schemas["GuardianIn"];

export const mine = (accountId: string) =>
  queryOptions({ queryKey: ["volunteers", "mine", accountId], queryFn: ({ signal }) => answer(volunteers.GET("/volunteers/mine", { signal })) });

export const consentsOf = (volunteerId: string) =>
  queryOptions({
    queryKey: ["volunteers", "consents", volunteerId],
    queryFn: async ({ signal }) => (await answer(volunteers.GET("/volunteers/{id}/consents", { params: { path: { id: volunteerId } }, signal }))).items,
  });

export const withdraw = (action: Action, version: number) => act(action, version);

export const consentAgain = (id: string, version: number, body: Guardian) =>
  answer(volunteers.POST("/volunteers/{id}/consents", { params: { path: { id } }, headers: ifMatch(version), body }));

/** Answered as a file: the browser fetches it itself. */
export const exportHref = (form: "html" | "json") => `/api/volunteers/volunteers/mine/export?form=${form}`;
