/** States of a project. */
import type { States } from "@/ui/StateTag";
import type { Project } from "./queries";

export const projectStates: States<Project["state"]> = {
  draft: { label: "草稿", tone: "neutral" },
  submitted: { label: "待审批", tone: "active" },
  returned: { label: "退回补正", tone: "attention" },
  approved: { label: "执行中", tone: "good" },
  closed: { label: "已结项", tone: "neutral" },
};
