/** What these screens read of an activity at its owner: its title, and the needs it answers. */
import { answer, projects } from "@/api/client";
import type { components } from "@/api/projects.gen";
import type { Question } from "@/api/view";

export type Activity = components["schemas"]["ActivityView"];

export const activity = (id: string): Question<Activity> => ({
  queryKey: ["projects", "activities", id],
  queryFn: ({ signal }) => answer(projects.GET("/activities/{id}", { params: { path: { id } }, signal })),
});
