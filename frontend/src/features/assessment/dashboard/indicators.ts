/** The indicators and steps by their short names, and which of them stand in the headline. */
import type { States } from "@/ui/StateTag";
import type { Figure, Indicator, Light, Step } from "./queries";

export const indicatorNames: Record<Indicator, string> = {
  org_coverage: "社区组织达标率",
  org_average: "社区组织平均数",
  org_avg_rural: "农村社区平均组织数",
  org_avg_urban: "城市社区平均组织数",
  org_total: "社区组织总数",
  category_balance: "三类组织齐全率",
  filed_to_registered: "备案转登记",
  volunteer_ratio: "志愿者占比",
  volunteer_active_ratio: "活跃志愿者占比",
  hours: "志愿服务时长",
  hours_per_head: "人均服务时长",
  sw_per_10k: "每万人在岗社工",
  post_coverage: "社工岗位覆盖率",
  facility_coverage: "服务设施覆盖率",
  needs_answered: "需求立项回应率",
  deliberation_closure: "协商反馈率",
  satisfaction: "居民满意度下限",
  purchase_satisfaction: "购买服务满意度下限",
  fund_execution: "资金执行率",
  budget_growth: "预算同比增长",
};

/** Five a leader can take in; the others are chosen beside the map. */
const headline: Indicator[] = ["org_coverage", "volunteer_ratio", "satisfaction", "fund_execution", "needs_answered"];

export const headlineOf = (figures: Figure[]) => headline.flatMap((indicator) => figures.filter((figure) => figure.indicator === indicator));

export const isIndicator = (word: string | null): word is Indicator => word !== null && word in indicatorNames;

export const stepNames: Record<Step, string> = {
  loop_needs: "今年的需求",
  loop_projects: "今年批准的项目",
  loop_contracts: "今年签订的合同",
  loop_activities: "今年举办的活动",
  loop_signups: "今年的报名",
  loop_hours: "今年确认的时长",
  loop_surveys: "今年结束的满意度调查",
  loop_acceptances: "今年通过的验收",
  loop_payments: "今年的支付",
};

export const lights: States<Light> = {
  ok: { label: "达标", tone: "good" },
  behind: { label: "未达标", tone: "attention" },
  na: { label: "不适用", tone: "neutral" },
  no_data: { label: "暂无数据", tone: "neutral" },
};
