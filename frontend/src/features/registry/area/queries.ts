/** What the area screens ask the registry. */
import { answer, ifMatch, registry } from "@/api/client";
import type { components, paths } from "@/api/registry.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type AreaItem = Schemas["AreaItem"];
export type Area = Schemas["AreaView"];
export type Change = Schemas["ChangeIn"];
export type AreaQuery = QueryOf<paths, "/areas">;
export type Level = AreaItem["level"];
export type OrganKind = Schemas["OrganKind"];

/** Without a filter the 36 units; below a chosen area whatever lies there. The registry answers in one piece. */
export const areaList: ListQuestion<AreaItem, AreaQuery> = {
  key: ["registry", "areas", "list"],
  page: async (query) => {
    const level: Level | null | undefined = query.level ?? (query.parent_id ? undefined : "township");
    return answer(registry.GET("/areas", { params: { query: { ...query, level } } }));
  },
};

export const area = (id: string): Question<Area> => ({
  queryKey: ["registry", "areas", id],
  queryFn: ({ signal }) => answer(registry.GET("/areas/{id}", { params: { path: { id } }, signal })),
});

export const change = ({ id, version }: Area, body: Change) =>
  answer(registry.POST("/areas/{id}/change", { params: { path: { id } }, headers: ifMatch(version), body }));
