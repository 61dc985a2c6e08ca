/** States of a need. */
import type { States } from "@/ui/StateTag";
import type { Need } from "./queries";

export const needStates: States<Need["state"]> = {
  raised: { label: "待受理", tone: "active" },
  pooled: { label: "已入池", tone: "good" },
  planned: { label: "已立项", tone: "active" },
  met: { label: "已办结", tone: "good" },
  declined: { label: "不予受理", tone: "neutral" },
  merged: { label: "已并入", tone: "neutral" },
};
