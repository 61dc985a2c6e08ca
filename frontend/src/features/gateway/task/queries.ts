/** What the screens of to-dos ask the gateway, and of the records that wait their names. */
import { answer, follow, gateway } from "@/api/client";
import type { components, paths } from "@/api/gateway.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";
import type { FirstOf } from "@/ui/ShortList";
import { tasksKey } from "@/ui/myTasks";

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

/** Services call their records by a title or by a name. */
interface Called {
  title?: string | null;
  name?: string | null;
}

/** A to-do carries no name, so that none leaves its service: whoever may read the record asks there. */
export const nameOf = (href: string): Question<string> => ({
  queryKey: ["named", href],
  queryFn: async ({ signal }) => {
    const { title, name } = await follow<Called>(href, { signal });
    return title ?? name ?? "";
  },
});
