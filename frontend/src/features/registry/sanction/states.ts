/** Measures, states of sanctions and standings. */
import type { States } from "@/ui/StateTag";
import type { Sanction, Standing } from "./queries";

export const sanctionStates: States<Sanction["state"]> = {
  coming: { label: "尚未生效", tone: "active" },
  in_force: { label: "生效中", tone: "alarm" },
  ended: { label: "已期满", tone: "neutral" },
  lifted: { label: "已解除", tone: "neutral" },
};

export const measures: Record<Sanction["measure"], string> = {
  suspension: "暂停（活动异常）",
  bar: "禁止参与政府采购",
  revocation: "撤销",
};

export const standings: States<Standing["standing"]> = {
  good: { label: "资格正常", tone: "good" },
  not_yet: { label: "尚未成立", tone: "neutral" },
  suspended: { label: "暂停（活动异常）", tone: "alarm" },
  barred: { label: "禁止参与政府采购", tone: "alarm" },
  deregistered: { label: "已注销", tone: "neutral" },
  revoked: { label: "已撤销", tone: "alarm" },
};
