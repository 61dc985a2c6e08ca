/** How much waits for me and how much of it is late; the menu, the desk and the dashboard say so. */
import { answer, gateway } from "@/api/client";
import type { Question } from "@/api/view";

/** To whom services address to-dos. */
export const taskHolders = ["bureau_officer", "town_officer", "community_officer", "organisation_manager", "expert"] as const;

export const tasksKey = ["gateway", "tasks"] as const;

export interface TaskCounts {
  open: number;
  overdue: number;
}

const counted = async (overdue: true | undefined, signal: AbortSignal) =>
  (await answer(gateway.GET("/tasks", { params: { query: { overdue, limit: 1, count: true } }, signal }))).count ?? 0;

export const taskCounts: Question<TaskCounts> = {
  queryKey: [...tasksKey, "counts"],
  queryFn: async ({ signal }) => {
    const [open, overdue] = await Promise.all([counted(undefined, signal), counted(true, signal)]);
    return { open, overdue };
  },
};
