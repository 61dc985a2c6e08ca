/** What was judged of two registrations. */
import type { States } from "@/ui/StateTag";
import type { Duplicate } from "./queries";

export const duplicateStates: States<Duplicate["state"]> = {
  waiting: { label: "待认定", tone: "attention" },
  same: { label: "同一人", tone: "good" },
  different: { label: "不同人", tone: "neutral" },
};
