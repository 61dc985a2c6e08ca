/** Whether a to-do still waits, and whether its day has come. */
import type { States } from "@/ui/StateTag";
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

/** The mark of a to-do on a day; most have none. */
export function dueState({ overdue, state, due_on }: Pick<Task, "overdue" | "state" | "due_on">, today: string): keyof typeof dueStates | undefined {
  if (overdue) return state === "open" ? "overdue" : "late";
  return state === "open" && due_on === today ? "today" : undefined;
}
