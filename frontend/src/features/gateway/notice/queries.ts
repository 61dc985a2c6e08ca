/** What the screen of notices asks the gateway, and tells it of what was read. */
import { answer, gateway } from "@/api/client";
import type { components, paths } from "@/api/gateway.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

export type Notice = components["schemas"]["NoticeView"];
export type NoticeQuery = QueryOf<paths, "/notices/mine">;

const key = ["gateway", "notices"] as const;

export const notices: ListQuestion<Notice, NoticeQuery> = {
  key,
  page: (query) => answer(gateway.GET("/notices/mine", { params: { query } })),
};

export const unread: Question<number> = {
  queryKey: [...key, "unread"],
  queryFn: async () => (await notices.page({ state: "unread", limit: 1, count: true })).count ?? 0,
};

export const read = (id: string) => answer(gateway.POST("/notices/{id}/reading", { params: { path: { id } } }));

export const readUntil = (until: string) => answer(gateway.POST("/notices/readings", { body: { until } }));
