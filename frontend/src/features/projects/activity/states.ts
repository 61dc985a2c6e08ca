/** States of an activity. */
import type { States } from "@/ui/StateTag";
import type { Activity } from "./queries";

export const activityStates: States<Activity["state"]> = {
  planned: { label: "计划中", tone: "neutral" },
  published: { label: "已发布", tone: "active" },
  held: { label: "已举办", tone: "good" },
  cancelled: { label: "已取消", tone: "neutral" },
};
