/** Where a target stands today. An expired one is past its deadline and still in force until another takes its place. */
import type { States } from "@/ui/StateTag";
import type { Target } from "./queries";

export const targetStates: States<Target["state"]> = {
  upcoming: { label: "未生效", tone: "active" },
  in_force: { label: "执行中", tone: "good" },
  expired: { label: "已到期", tone: "attention" },
  superseded: { label: "已被取代", tone: "neutral" },
};
