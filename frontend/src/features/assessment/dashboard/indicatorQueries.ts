/** What the page of one indicator asks. */
import { answer, assessment } from "@/api/client";
import type { components } from "@/api/assessment.gen";
import type { Question } from "@/api/view";
import type { Indicator } from "./queries";

type Schemas = components["schemas"];

export type IndicatorView = Schemas["IndicatorPage"];
export type NotForecast = NonNullable<IndicatorView["forecast_withheld"]>;
export type Pace = NonNullable<Schemas["Figure"]["pace"]>;

export const indicatorPage = (area_id: string, code: Indicator): Question<IndicatorView> => ({
  queryKey: ["assessment", "dashboards", area_id, "indicators", code],
  queryFn: ({ signal }) => answer(assessment.GET("/dashboards/{area_id}/indicators/{code}", { params: { path: { area_id, code } }, signal })),
});
