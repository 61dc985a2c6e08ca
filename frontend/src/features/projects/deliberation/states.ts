/** States of a deliberation and of what was agreed to be done, forms and outcomes. */
import type { States } from "@/ui/StateTag";
import type { Deliberation, Item } from "./queries";

export const deliberationStates: States<Deliberation["state"]> = {
  draft: { label: "方案草稿", tone: "neutral" },
  notified: { label: "已通知", tone: "active" },
  held: { label: "已举行", tone: "attention" },
  concluded: { label: "已形成意见", tone: "good" },
};

export const outcomes: Record<NonNullable<Deliberation["outcome"]>, string> = {
  agreed: "达成一致",
  not_agreed: "未达成一致",
  escalated: "报请镇街协商",
  referred: "转法定程序或有关部门",
};

export const forms: Record<Deliberation["form"], string> = {
  council: "议事会",
  talk: "恳谈会",
  hearing: "听证会",
  appraisal: "评议会",
  online: "网上协商",
};

export const itemStates: States<Item["status"]> = {
  open: { label: "办理中", tone: "active" },
  done: { label: "已办结", tone: "good" },
  dropped: { label: "不再办理", tone: "neutral" },
};
