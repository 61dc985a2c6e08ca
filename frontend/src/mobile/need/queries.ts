/** Telling the community what is needed, and what has become of it. */
import { queryOptions } from "@tanstack/react-query";
import { answer, projects } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { QueryOf } from "@/api/view";
import { keptList } from "../keptList";
import { post } from "../outbox";

type Schemas = components["schemas"];

export type Need = Schemas["NeedView"];
export type NeedIn = Schemas["NeedIn"];
export type Chain = Schemas["Chain"];

const PATH = "/api/projects/needs";

/** Anew for each page, which then finds what the phone keeps. */
export const categories = () =>
  keptList<Schemas["CategoryView"][]>("need-categories", {
    queryKey: ["projects", "need-categories"],
    queryFn: async ({ signal }) => (await answer(projects.GET("/need-categories", { signal }))).items,
  });

export const myNeeds = (accountId: string) => ({
  key: ["projects", "needs", "of", accountId] as const,
  page: (query: QueryOf<paths, "/needs">) => answer(projects.GET("/needs", { params: { query: { ...query, mine: true } } })),
});

export const need = (id: string) =>
  queryOptions({
    queryKey: ["projects", "needs", id],
    queryFn: ({ signal }) => answer(projects.GET("/needs/{id}", { params: { path: { id } }, signal })),
  });

export const chain = (id: string) =>
  queryOptions({
    queryKey: ["projects", "needs", id, "chain"],
    queryFn: ({ signal }) => answer(projects.GET("/needs/{id}/chain", { params: { path: { id } }, signal })),
  });

/** Signed in or not; waits on the phone where there is no network, and is sent once. */
export const raise = (body: NeedIn, label: string) => post<Need>({ href: PATH, body, label, page: "/report" });
