/** Where the dashboard's links lead in the browser. */
import type { Figure, Indicator } from "./queries";

/** The page of one indicator of an area. */
export const indicatorHref = (code: Indicator, areaId: string) => `/dashboard/indicators/${code}?area_id=${areaId}`;

/** The same from a figure, whose link names the area. */
export const indicatorPageOf = ({ indicator, links }: Pick<Figure, "indicator" | "links">) => indicatorHref(indicator, links.indicator.split("/").at(-3) ?? "");

export const screenHref = (areaId: string) => `/dashboard/screen?area_id=${areaId}`;

/** The dashboard of an area, keeping the indicator that is looked at. */
export const dashboardPage = (areaId: string, indicator?: Indicator) => `/dashboard/${areaId}${indicator ? `?indicator=${indicator}` : ""}`;
