/** States of a stationing. */
import type { States } from "@/ui/StateTag";
import type { Stationing } from "./queries";

export const stationingStates: States<Stationing["state"]> = {
  running: { label: "进驻中", tone: "good" },
  ended: { label: "已退出", tone: "neutral" },
};
