/** The indicators and steps by their short names, and which of them stand in the headline. */
import type { States } from "@/ui/StateTag";
import type { Figure, Indicator, Light, Step } from "./queries";

export const indicatorNames: Record<Indicator, string> = {
  org_coverage: "社区组织达标率",
  org_average: "社区组织平均数",
  org_total: "社区组织总数",
  volunteer_ratio: "志愿者占比",
  satisfaction: "居民满意度下限",
  hours: "志愿服务时长",
  needs_answered: "需求立项回应率",
};

/** Five a leader can take in; the others are chosen beside the map. */
const headline: Indicator[] = ["org_coverage", "volunteer_ratio", "satisfaction", "hours", "needs_answered"];

export const headlineOf = (figures: Figure[]) => headline.flatMap((indicator) => figures.filter((figure) => figure.indicator === indicator));

export const isIndicator = (word: string | null): word is Indicator => word !== null && word in indicatorNames;

export const stepNames: Record<Step, string> = {
  loop_needs: "今年的需求",
  loop_projects: "今年批准的项目",
  loop_activities: "今年举办的活动",
  loop_signups: "今年的报名",
  loop_hours: "今年确认的时长",
  loop_surveys: "今年结束的满意度调查",
};

export const lights: States<Light> = {
  ok: { label: "达标", tone: "good" },
  behind: { label: "未达标", tone: "attention" },
  na: { label: "不适用", tone: "neutral" },
  no_data: { label: "暂无数据", tone: "neutral" },
};
