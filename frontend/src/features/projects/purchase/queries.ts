/** What the screens of purchases ask the projects service, and what they send it. */
import { answer, ifMatch, projects } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Purchase = Schemas["PurchaseView"];
/** What everybody may read of a purchase once it is announced. */
export type OpenPurchase = Schemas["OpenPurchase"];
/** One of them, with the bid that its reader may hand in now. */
export type BiddablePurchase = Schemas["BiddablePurchase"];
export type PurchaseQuery = QueryOf<paths, "/purchases">;
export type OpenQuery = QueryOf<paths, "/published/purchases">;
export type PurchaseIn = Schemas["PurchaseIn"];
export type Criterion = Schemas["Criterion"];
export type MethodRule = Schemas["MethodInForce"];
export type CatalogueItem = Schemas["CatalogueItem"];

export const purchaseList: ListQuestion<Purchase, PurchaseQuery> = {
  key: ["projects", "purchases"],
  page: (query) => answer(projects.GET("/purchases", { params: { query } })),
};

export const purchase = (id: string): Question<Purchase> => ({
  queryKey: ["projects", "purchases", id],
  queryFn: ({ signal }) => answer(projects.GET("/purchases/{id}", { params: { path: { id } }, signal })),
});

export const publishedPurchases: ListQuestion<OpenPurchase, OpenQuery> = {
  key: ["projects", "published", "purchases"],
  page: (query) => answer(projects.GET("/published/purchases", { params: { query } })),
};

export const publishedPurchase = (id: string): Question<BiddablePurchase> => ({
  queryKey: ["projects", "published", "purchases", id],
  queryFn: ({ signal }) => answer(projects.GET("/published/purchases/{id}", { params: { path: { id } }, signal })),
});

/** On a record's page: what everybody reads has no version to act on. */
export const shownPurchase = (id: string): Question<BiddablePurchase & Pick<Purchase, "version">> => ({
  queryKey: ["projects", "published", "purchases", id, "shown"],
  queryFn: async (context) => ({ ...(await publishedPurchase(id).queryFn(context)), version: 0 }),
});

export const catalogue: Question<CatalogueItem[]> = {
  queryKey: ["projects", "published", "catalogue"],
  queryFn: async ({ signal }) => (await answer(projects.GET("/purchase-catalogue", { signal }))).items,
};

/** What each way of buying asks for today. */
export const methodRules: Question<MethodRule[]> = {
  queryKey: ["projects", "published", "methods"],
  queryFn: async ({ signal }) => (await answer(projects.GET("/purchase-methods", { signal }))).items,
};

/** As many as a purchase takes. */
const MOST_DOCUMENTS = 20;

export const documentsOf = (subject_id: string): Question<Schemas["OpenAttachment"][]> => ({
  queryKey: ["projects", "published", "attachments", subject_id],
  queryFn: async ({ signal }) => (await answer(projects.GET("/published/attachments", { params: { query: { subject_id, limit: MOST_DOCUMENTS } }, signal }))).items,
});

export const draft = (projectId: string, body: PurchaseIn) => answer(projects.POST("/projects/{id}/purchases", { params: { path: { id: projectId } }, body }));

export const revise = ({ id, version }: Pick<Purchase, "id" | "version">, body: PurchaseIn) =>
  answer(projects.PUT("/purchases/{id}/revision", { params: { path: { id } }, headers: ifMatch(version), body }));
