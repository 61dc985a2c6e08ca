/** Where the dashboard's links lead in the browser. */
import type { Indicator } from "./queries";

/** The dashboard of an area, keeping the indicator that is looked at. */
export const dashboardPage = (areaId: string, indicator?: Indicator) => `/dashboard/${areaId}${indicator ? `?indicator=${indicator}` : ""}`;
