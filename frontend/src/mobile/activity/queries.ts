/** What the pages of activities ask: what is coming and open to all, and the places that volunteers may take. */
import { queryOptions } from "@tanstack/react-query";
import { answer, projects, volunteers } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { QueryOf } from "@/api/view";
import type { components as Volunteers, paths as VolunteersPaths } from "@/api/volunteers.gen";
import { dayOf } from "@/ui/times";

export type Activity = components["schemas"]["OpenActivity"];
export type Opportunity = Volunteers["schemas"]["OpportunityView"];

export const opportunities = {
  key: ["volunteers", "opportunities"] as const,
  page: (query: QueryOf<VolunteersPaths, "/opportunities">) => answer(volunteers.GET("/opportunities", { params: { query } })),
};

export const activities = {
  key: ["projects", "published", "activities"] as const,
  page: (query: QueryOf<paths, "/published/activities">) => answer(projects.GET("/published/activities", { params: { query } })),
};

export const activity = (id: string) =>
  queryOptions({
    queryKey: [...activities.key, id],
    queryFn: ({ signal }) => answer(projects.GET("/published/activities/{id}", { params: { path: { id } }, signal })),
  });

/** All of an activity, also once it is over. */
export const opportunitiesOf = (activityId: string) =>
  queryOptions({
    queryKey: [...opportunities.key, "of", activityId],
    queryFn: async ({ signal }) => (await answer(volunteers.GET("/opportunities", { params: { query: { activity_id: activityId } }, signal }))).items,
  });

export const today = () => dayOf(new Date());
export const calendarOf = (activityId: string) => `/api/projects/published/activities/${activityId}/calendar.ics`;
export const activityIdOf = ({ links }: Opportunity) => links.activity?.split("/").at(-1) ?? "";
