/** States of a check, and why an entry is checked. */
import type { States } from "@/ui/StateTag";
import type { Check } from "./queries";

export const checkStates: States<Check["state"]> = {
  waiting: { label: "待核对", tone: "attention" },
  right: { label: "属实", tone: "good" },
  wrong: { label: "不实", tone: "alarm" },
  dropped: { label: "不再核对", tone: "neutral" },
};

export const kinds: Record<Check["kind"], string> = { sample: "按月抽查", full: "逐条核查" };
