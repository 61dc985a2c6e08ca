/** A to-do that is late or due today says so in a word. */
import { StateTag } from "@/ui/StateTag";
import { dayOf } from "@/ui/times";
import { dueState, dueStates } from "./states";
import type { Task } from "./queries";

export function TaskMark({ of }: { of: Task }) {
  const state = dueState(of, dayOf(new Date()));
  return state ? <StateTag states={dueStates} state={state} /> : null;
}
