/** What the screens of registrations that look like one person's ask and send. */
import { answer, ifMatch, volunteers } from "@/api/client";
import type { components, paths } from "@/api/volunteers.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

export type Duplicate = components["schemas"]["DuplicateView"];
export type Side = components["schemas"]["SideView"];
export type DuplicateQuery = QueryOf<paths, "/duplicates">;
export type MergerIn = components["schemas"]["MergerIn"];

const KEY = ["volunteers", "duplicates"];

export const duplicates: ListQuestion<Duplicate, DuplicateQuery> = {
  key: KEY,
  page: (query) => answer(volunteers.GET("/duplicates", { params: { query } })),
};

export const duplicate = (id: string): Question<Duplicate> => ({
  queryKey: [...KEY, id],
  queryFn: ({ signal }) => answer(volunteers.GET("/duplicates/{id}", { params: { path: { id } }, signal })),
});

export const waitingDuplicates: Question<number> = {
  queryKey: [...KEY, "count"],
  queryFn: async () => (await duplicates.page({ limit: 1, count: true })).count ?? 0,
};

export const merge = ({ id, version }: Duplicate, body: MergerIn) =>
  answer(volunteers.POST("/duplicates/{id}/merger", { params: { path: { id } }, headers: ifMatch(version), body }));
