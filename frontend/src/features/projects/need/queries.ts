/** What the screens of needs ask the projects service, and what they send it. */
import { answer, ifMatch, projects } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Need = Schemas["NeedView"];
/** What everybody may read of a need in the pool. */
export type OpenNeed = Schemas["OpenNeed"];
export type NeedQuery = QueryOf<paths, "/needs">;
export type PoolQuery = QueryOf<paths, "/published/needs">;
export type NeedBody = Schemas["NeedIn"];
export type SourceBody = Schemas["SourceIn"];
export type Source = Schemas["SourceView"];
export type Chain = Schemas["Chain"];
export type Category = Schemas["CategoryView"];

/** As many as one page of the service holds: enough to choose from within a community. */
const MOST = 200;

export const needs: ListQuestion<Need, NeedQuery> = {
  key: ["projects", "needs"],
  page: (query) => answer(projects.GET("/needs", { params: { query } })),
};

export const pool: ListQuestion<OpenNeed, PoolQuery> = {
  key: ["projects", "pool"],
  page: (query) => answer(projects.GET("/published/needs", { params: { query } })),
};

export const need = (id: string): Question<Need> => ({
  queryKey: ["projects", "needs", id],
  queryFn: ({ signal }) => answer(projects.GET("/needs/{id}", { params: { path: { id } }, signal })),
});

export const needChain = (id: string): Question<Chain> => ({
  queryKey: ["projects", "needs", id, "chain"],
  queryFn: ({ signal }) => answer(projects.GET("/needs/{id}/chain", { params: { path: { id } }, signal })),
});

export const categories: Question<Category[]> = {
  queryKey: ["projects", "need-categories"],
  queryFn: async ({ signal }) => (await answer(projects.GET("/need-categories", { signal }))).items,
};

const listed = (query: NeedQuery): Question<Page<Need>> => ({
  queryKey: ["projects", "needs", query],
  queryFn: () => needs.page({ ...query, limit: MOST }),
});

/** The needs of the same community, of which one may go on in place of another. */
export const neighbours = ({ area_id }: Need) => listed({ area_id });

export const mergedInto = ({ id }: Need) => listed({ merged_into_id: id });

/** The pool of an area. Officers are given what waits in it; an organisation's manager reads it where everybody does. */
export const poolOf = (areaId: string | undefined, isOfficer: boolean): Question<{ items: OpenNeed[]; hasMore: boolean }> => ({
  queryKey: ["projects", "pool", "whole", areaId, isOfficer],
  queryFn: async () => {
    const query = { limit: MOST, ...(areaId && { area_id: areaId }) };
    const { items, next } = isOfficer ? await needs.page({ ...query, state: "pooled" }) : await pool.page(query);
    return { items, hasMore: Boolean(next) };
  },
});

export const raise = (body: NeedBody) => answer(projects.POST("/needs", { body }));

export const addSource = ({ id }: Need, body: SourceBody) => answer(projects.POST("/needs/{id}/sources", { params: { path: { id } }, body }));

export const merge = ({ id, version }: Need, into_id: string) =>
  answer(projects.POST("/needs/{id}/merger", { params: { path: { id } }, headers: ifMatch(version), body: { into_id } }));

export const readContact = ({ id }: Need, sourceId: string, reason: string) =>
  answer(projects.POST("/needs/{id}/sources/{source_id}/contact", { params: { path: { id, source_id: sourceId } }, body: { reason } }));
