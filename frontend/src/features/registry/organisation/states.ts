/** States of a filing and of a registration. */
import type { States } from "@/ui/StateTag";
import type { Organisation } from "./queries";

export const organisationStates: States<Organisation["state"]> = {
  draft: { label: "草稿", tone: "neutral" },
  submitted: { label: "待受理审查", tone: "active" },
  correction: { label: "退回补正", tone: "attention" },
  filed: { label: "已备案", tone: "good" },
  registered: { label: "已登记", tone: "good" },
  deregistered: { label: "已注销", tone: "neutral" },
  revoked: { label: "已撤销", tone: "attention" },
};
