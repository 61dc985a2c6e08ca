/** My hours, and disputing an entry. */
import { queryOptions } from "@tanstack/react-query";
import { act, answer, volunteers } from "@/api/client";
import type { Action, QueryOf } from "@/api/view";
import type { components, paths } from "@/api/volunteers.gen";

export type Hours = components["schemas"]["HoursView"];

export const hoursList = {
  key: ["volunteers", "hours"] as const,
  page: (query: QueryOf<paths, "/hours">) => answer(volunteers.GET("/hours", { params: { query } })),
};

export const total = (volunteerId: string) =>
  queryOptions({
    queryKey: [...hoursList.key, "total", volunteerId],
    queryFn: ({ signal }) => answer(volunteers.GET("/hours/total", { params: { query: { volunteer_id: volunteerId } }, signal })),
  });

export const dispute = (action: Action, version: number, reason: string) => act(action, version, reason);
