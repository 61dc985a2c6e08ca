/** What the screens of bids ask the projects service, and what they send it. */
import { answer, ifMatch, projects } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Bid = Schemas["BidView"];
export type BidQuery = QueryOf<paths, "/bids">;
export type BidIn = Schemas["BidIn"];

const MOST = 200;

/** Those of one's own organisation. */
export const ownBids: ListQuestion<Bid, BidQuery> = {
  key: ["projects", "bids"],
  page: (query) => answer(projects.GET("/bids", { params: { query } })),
};

export const bid = (id: string): Question<Bid> => ({
  queryKey: ["projects", "bids", id],
  queryFn: ({ signal }) => answer(projects.GET("/bids/{id}", { params: { path: { id } }, signal })),
});

/** Those that the reader may see: an organisation its own, officers and experts all of them once they are opened. */
export const bidsOf = (purchaseId: string): Question<Bid[]> => ({
  queryKey: ["projects", "purchases", purchaseId, "bids"],
  queryFn: async ({ signal }) => (await answer(projects.GET("/purchases/{id}/bids", { params: { path: { id: purchaseId }, query: { limit: MOST } }, signal }))).items,
});

export const submit = (purchaseId: string, body: BidIn) => answer(projects.POST("/purchases/{id}/bids", { params: { path: { id: purchaseId } }, body }));

export const replace = ({ id, version }: Pick<Bid, "id" | "version">, body: BidIn) =>
  answer(projects.PUT("/bids/{id}/revision", { params: { path: { id } }, headers: ifMatch(version), body }));
