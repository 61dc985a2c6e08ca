/** How far long work is, in words. */
import type { Job } from "@/api/view";
import type { States } from "./StateTag";

export const jobStates: States<Job["state"]> = {
  queued: { label: "排队中", tone: "active" },
  running: { label: "正在办理", tone: "active" },
  waiting: { label: "待确认", tone: "attention" },
  done: { label: "已完成", tone: "good" },
  failed: { label: "未完成", tone: "alarm" },
  cancelled: { label: "已取消", tone: "neutral" },
};
