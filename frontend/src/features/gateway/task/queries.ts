/** What the screens of to-dos ask the gateway, and of the records that wait their names. */
import { answer, follow, gateway } from "@/api/client";
import type { components, paths } from "@/api/gateway.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";
import type { FirstOf } from "@/ui/ShortList";
import { tasksKey } from "@/ui/myTasks";
import { calledBy, calledByActivity, type Called } from "./calledBy";

export type Task = components["schemas"]["TaskView"];
export type TaskQuery = QueryOf<paths, "/tasks">;

export const tasks: ListQuestion<Task, TaskQuery> = {
  key: tasksKey,
  page: (query) => answer(gateway.GET("/tasks", { params: { query } })),
};

const SHOWN = 8;

export const firstTasks: Question<FirstOf<Task>> = {
  queryKey: [...tasksKey, "first"],
  queryFn: async () => {
    const { items, count } = await tasks.page({ limit: SHOWN, count: true });
    return { items, total: count ?? undefined };
  },
};

/** What a record is called, and the volunteer whom it concerns: their own service says that name, masked. */
export interface Named {
  name: string;
  volunteerId?: string;
}

/** A to-do carries no name, so that none leaves its service: whoever may read the record asks there. */
export const nameOf = (href: string): Question<Named> => ({
  queryKey: ["named", href],
  queryFn: async ({ signal }) => {
    const record = await follow<Called>(href, { signal });
    const activity = record.links?.activity;
    const own = calledBy(record);
    const name = own ?? (activity ? calledByActivity(await follow<Called>(activity, { signal }), record) : "");
    return { name, volunteerId: record.volunteer_id };
  },
});
