/** A resident records having taken part, by the code that the lead shows. */
import { queryOptions } from "@tanstack/react-query";
import { answer, projects } from "@/api/client";
import { dayOf } from "@/ui/times";
import type { Activity } from "../activity/queries";

const DAY = 24 * 60 * 60 * 1000;
const MOST = 50;

/** What may be going on: begun, and not begun earlier than yesterday. */
export const begun = (areaId: string) =>
  queryOptions({
    queryKey: ["projects", "published", "activities", "begun", areaId],
    queryFn: async ({ signal }): Promise<Activity[]> => {
      const from = dayOf(new Date(Date.now() - DAY));
      const asked = (["published", "held"] as const).map((state) =>
        answer(projects.GET("/published/activities", { params: { query: { state, area_id: areaId, from, limit: MOST } }, signal })),
      );
      const pages = await Promise.all(asked);
      return pages.flatMap(({ items }) => items).filter(({ starts_at }) => new Date(starts_at).getTime() <= Date.now());
    },
  });

export const join = (activityId: string, code: string) =>
  answer(projects.POST("/activities/{id}/participation", { params: { path: { id: activityId } }, body: { code } }));
