/** What the screens of hours ask and send. */
import { answer, ifMatch, volunteers } from "@/api/client";
import type { components, paths } from "@/api/volunteers.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Hours = Schemas["HoursView"];
export type HoursQuery = QueryOf<paths, "/hours">;
export type HoursIn = Schemas["HoursIn"];
export type CounterIn = Schemas["CounterIn"];
export type ReturnIn = Schemas["ReturnIn"];
export type Outcome = Schemas["Outcome"];

export const hoursList: ListQuestion<Hours, HoursQuery> = {
  key: ["volunteers", "hours"],
  page: (query) => answer(volunteers.GET("/hours", { params: { query } })),
};

export const hoursEntry = (id: string): Question<Hours> => ({
  queryKey: ["volunteers", "hours", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/hours/{id}", { params: { path: { id } }, signal })),
});

/** The latest entries of a volunteer or a sign-up. */
export const latestHours = (query: HoursQuery): Question<Page<Hours>> => ({
  queryKey: ["volunteers", "hours", "latest", query],
  queryFn: () => hoursList.page(query),
});

/** How many entries the volunteers themselves object to. */
export const disputed = (area_id: string | undefined): Question<number> => ({
  queryKey: ["volunteers", "hours", "disputed", area_id],
  queryFn: async () => (await hoursList.page({ state: "disputed", limit: 1, count: true, ...(area_id && { area_id }) })).count ?? 0,
});

/** 批量确认, each on the version that was seen; each has its own result. */
export const confirmMany = async (rows: Hours[]): Promise<Outcome[]> =>
  (await answer(volunteers.POST("/hours/confirmations", { body: { items: rows.map(({ id, version }) => ({ id, version })) } }))).items;

export const propose = (body: HoursIn) => answer(volunteers.POST("/hours", { body }));

export const counter = ({ id, version }: Hours, body: CounterIn) =>
  answer(volunteers.POST("/hours/{id}/counter-entry", { params: { path: { id } }, headers: ifMatch(version), body }));

export const giveBack = ({ id, version }: Hours, body: ReturnIn) =>
  answer(volunteers.POST("/hours/{id}/return", { params: { path: { id } }, headers: ifMatch(version), body }));
