/** What the dashboard asks: the headline of an area, one figure of its parts, its loop, its communities. */
import { answer, assessment } from "@/api/client";
import type { components } from "@/api/assessment.gen";
import type { Question } from "@/api/view";

type Schemas = components["schemas"];

export type Dashboard = Schemas["DashboardView"];
export type Figure = Schemas["Figure"];
export type Indicator = Schemas["Indicator"];
export type Light = Schemas["Light"];
export type Tiles = Schemas["TilesView"];
export type Tile = Schemas["Tile"];
export type Loop = Schemas["LoopView"];
export type LoopStep = Schemas["LoopStep"];
export type Step = Schemas["Step"];
export type Community = Schemas["CommunityLine"];

/** No town has more communities than one page of the service holds. */
const MOST = 200;

const of = (area_id: string) => ({ params: { path: { area_id } } });

export const dashboard = (areaId: string): Question<Dashboard> => ({
  queryKey: ["assessment", "dashboards", areaId],
  queryFn: ({ signal }) => answer(assessment.GET("/dashboards/{area_id}", { ...of(areaId), signal })),
});

export const tiles = (areaId: string, indicator: Indicator): Question<Tiles> => ({
  queryKey: ["assessment", "dashboards", areaId, "tiles", indicator],
  queryFn: ({ signal }) =>
    answer(assessment.GET("/dashboards/{area_id}/tiles", { params: { path: { area_id: areaId }, query: { indicator } }, signal })),
});

export const loop = (areaId: string): Question<Loop> => ({
  queryKey: ["assessment", "dashboards", areaId, "loop"],
  queryFn: ({ signal }) => answer(assessment.GET("/dashboards/{area_id}/loop", { ...of(areaId), signal })),
});

export const communities = (areaId: string): Question<Community[]> => ({
  queryKey: ["assessment", "dashboards", areaId, "communities"],
  queryFn: async ({ signal }) => {
    const params = { path: { area_id: areaId }, query: { limit: MOST } };
    return (await answer(assessment.GET("/dashboards/{area_id}/communities", { params, signal }))).items;
  },
});
