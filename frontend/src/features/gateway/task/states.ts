/** Whether a to-do still waits, and whether its day has come. */
import type { States } from "@/ui/StateTag";
import { dayOf, isPast, minuteOf } from "@/ui/times";
import type { Task } from "./queries";

export const taskStates: States<Task["state"]> = {
  open: { label: "待办", tone: "active" },
  closed: { label: "已办结", tone: "neutral" },
};

export const dueStates: States<"overdue" | "today" | "late"> = {
  overdue: { label: "逾期", tone: "alarm" },
  today: { label: "今日到期", tone: "attention" },
  late: { label: "逾期办结", tone: "neutral" },
};

const MIDNIGHT = "00:00";

/** From when it can be done, while that is still to come. */
export function doableFrom({ doable_at }: Pick<Task, "doable_at">, now: Date = new Date()): string | undefined {
  if (!doable_at || isPast(doable_at, now)) return undefined;
  const minute = minuteOf(doable_at);
  return `自 ${minute.endsWith(MIDNIGHT) ? dayOf(doable_at) : minute} 起可办`;
}

/** Until when, or since when it waits; what waits for its hour says that first. */
export const saysWhen = (task: Pick<Task, "doable_at" | "due_on" | "opened_at">, now?: Date) =>
  doableFrom(task, now) ?? (task.due_on ? `${task.due_on} 前办结` : `${dayOf(task.opened_at)} 起`);

/** The mark of a to-do on a day; most have none. */
export function dueState({ overdue, state, due_on }: Pick<Task, "overdue" | "state" | "due_on">, today: string): keyof typeof dueStates | undefined {
  if (overdue) return state === "open" ? "overdue" : "late";
  return state === "open" && due_on === today ? "today" : undefined;
}
