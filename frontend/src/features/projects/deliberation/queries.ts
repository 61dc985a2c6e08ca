/** What the screens of deliberations ask the projects service, and what they send it. */
import { answer, ifMatch, projects } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Deliberation = Schemas["DeliberationView"];
/** What everybody may read of it: no minutes, no dissent. */
export type OpenDeliberation = Schemas["OpenDeliberation"];
export type OpenItem = Schemas["OpenItem"];
export type Item = Schemas["ItemView"];
/** With its status where a record page looks for the state. */
export type ShownItem = Item & { state: Item["status"] };
export type Rule = Schemas["DeliberationRule"];
export type DeliberationQuery = QueryOf<paths, "/deliberations">;
export type OpenQuery = QueryOf<paths, "/published/deliberations">;
export type ItemQuery = QueryOf<paths, "/deliberation-items">;
export type DeliberationIn = Schemas["DeliberationIn"];
export type HoldingIn = Schemas["HoldingIn"];
export type ConclusionIn = Schemas["ConclusionIn"];
export type Feedback = Schemas["FeedbackIn"];

type Seen = Pick<Deliberation, "id" | "version">;

const MOST = 200;

export const deliberationList: ListQuestion<Deliberation, DeliberationQuery> = {
  key: ["projects", "deliberations"],
  page: (query) => answer(projects.GET("/deliberations", { params: { query } })),
};

export const deliberation = (id: string): Question<Deliberation> => ({
  queryKey: ["projects", "deliberations", id],
  queryFn: ({ signal }) => answer(projects.GET("/deliberations/{id}", { params: { path: { id } }, signal })),
});

/** Those about a need, drafts among them. */
export const deliberationsOfNeed = (need_id: string): Question<Deliberation[]> => ({
  queryKey: ["projects", "deliberations", "of need", need_id],
  queryFn: async () => (await deliberationList.page({ need_id, limit: MOST })).items,
});

export const rule: Question<Rule> = {
  queryKey: ["projects", "deliberation-rule"],
  queryFn: ({ signal }) => answer(projects.GET("/deliberation-rule", { signal })),
};

export const publishedDeliberations: ListQuestion<OpenDeliberation, OpenQuery> = {
  key: ["projects", "published", "deliberations"],
  page: (query) => answer(projects.GET("/published/deliberations", { params: { query } })),
};

export const publishedDeliberation = (id: string): Question<OpenDeliberation> => ({
  queryKey: ["projects", "published", "deliberations", id],
  queryFn: ({ signal }) => answer(projects.GET("/published/deliberations/{id}", { params: { path: { id } }, signal })),
});

/** On a record's page: nothing can be done with what everybody reads, and it has no version to act on. */
export const shownDeliberation = (id: string): Question<OpenDeliberation & Pick<Deliberation, "actions" | "version">> => ({
  queryKey: ["projects", "published", "deliberations", id, "shown"],
  queryFn: async (context) => ({ ...(await publishedDeliberation(id).queryFn(context)), actions: [], version: 0 }),
});

/** Those that agreed, from which a project may grow; a manager reads them where everybody does. */
export const agreed: Question<OpenDeliberation[]> = {
  queryKey: ["projects", "published", "deliberations", "agreed"],
  queryFn: async () => (await publishedDeliberations.page({ outcome: "agreed", limit: MOST })).items,
};

const shown = (item: Item): ShownItem => ({ ...item, state: item.status });

export const itemList: ListQuestion<ShownItem, ItemQuery> = {
  key: ["projects", "deliberation-items"],
  page: async (query) => {
    const { items, ...page } = await answer(projects.GET("/deliberation-items", { params: { query } }));
    return { ...page, items: items.map(shown) };
  },
};

export const item = (id: string): Question<ShownItem> => ({
  queryKey: ["projects", "deliberation-items", id],
  queryFn: async ({ signal }) => shown(await answer(projects.GET("/deliberation-items/{id}", { params: { path: { id } }, signal }))),
});

export const draft = (body: DeliberationIn) => answer(projects.POST("/deliberations", { body }));

export const revise = ({ id, version }: Seen, body: DeliberationIn) =>
  answer(projects.PUT("/deliberations/{id}/revision", { params: { path: { id } }, headers: ifMatch(version), body }));

export const hold = ({ id, version }: Seen, body: HoldingIn) =>
  answer(projects.POST("/deliberations/{id}/holding", { params: { path: { id } }, headers: ifMatch(version), body }));

export const conclude = ({ id, version }: Seen, body: ConclusionIn) =>
  answer(projects.POST("/deliberations/{id}/conclusion", { params: { path: { id } }, headers: ifMatch(version), body }));

export const feedBack = ({ id, version }: Seen, body: Feedback) =>
  answer(projects.POST("/deliberation-items/{id}/feedback", { params: { path: { id } }, headers: ifMatch(version), body }));
