/** The words of a target. */
import { aim, wordOf } from "../amounts";
import type { Aim, OrganKind, Target } from "./queries";

export const aims: Record<Aim, string> = {
  org_minimum: "每个村（社区）至少的社区社会组织数",
  org_average: "村（社区）平均社区社会组织数",
  volunteer_ratio: "注册志愿者占常住人口比例",
  satisfaction: "居民满意度（置信下限）",
  purchase_satisfaction: "购买服务满意度（置信下限）",
  category_balance: "三类组织齐全的村（社区）占比",
  filed_to_registered: "一年内备案转登记的组织数",
  volunteer_active_ratio: "活跃志愿者占注册志愿者比例",
  hours: "已确认志愿服务时长（近12个月）",
  hours_per_head: "人均志愿服务时长（近12个月）",
  sw_per_10k: "每万人在岗社工数",
  post_coverage: "有社工在岗的村（社区）占比",
  facility_coverage: "有服务设施的村（社区）占比",
  needs_answered: "需求立项回应率",
  deliberation_closure: "协商结果反馈率",
  fund_execution: "本年度资金执行率",
};

export const organKinds: Record<OrganKind, string> = { RC: "居委会", VC: "村委会" };

/** What a target that is not a share is counted in. */
const units: Partial<Record<Aim, string>> = {
  org_minimum: "organisations",
  org_average: "organisations",
  filed_to_registered: "organisations",
  hours: "hours",
  hours_per_head: "hours_per_volunteer",
  sw_per_10k: "per_10k",
};

export const isShare = (aim: Aim | undefined) => aim !== undefined && !(aim in units);

export const unitWord = (aim: Aim | undefined) => wordOf(aim === undefined ? "" : (units[aim] ?? ""));

/** Only what is counted one by one is set in whole numbers. */
export const isWhole = (aim: Aim | undefined) => aim !== undefined && units[aim] === "organisations";

/** The rule of 5 and 10 asks of villages and of residents' communities differently. */
export const isByOrganKind = (aim: Aim | undefined) => aim === "org_minimum" || aim === "org_average";

export const subjectOf = ({ indicator, organ_kind }: Target) => aims[indicator] + (organ_kind ? ` · ${organKinds[organ_kind]}` : "");

export const valueOf = ({ indicator, value, assumption }: Target) => (isShare(indicator) ? aim("ratio", value) : `${value} ${unitWord(indicator)}`) + (assumption ? "（假设）" : "");
