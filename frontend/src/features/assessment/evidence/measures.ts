/** What kind of record stands behind each figure, what a record's day is, and what it adds. */
import { indicatorNames, stepNames } from "../dashboard/indicators";
import type { Indicator, Step } from "../dashboard/queries";

export type Behind = Indicator | Step;

export const behindNames: Record<Behind, string> = { ...indicatorNames, ...stepNames };

interface Kind {
  name: string;
  on: string;
  adds: string;
}

const ORGANISATION: Kind = { name: "社区社会组织", on: "备案日期", adds: "组织数" };
const HOURS: Kind = { name: "志愿服务时长", on: "确认日期", adds: "分钟" };
const NEED: Kind = { name: "需求", on: "提出日期", adds: "件数" };
const SURVEY: Kind = { name: "满意度调查", on: "结束日期", adds: "答卷" };

export const kinds: Record<Behind, Kind> = {
  org_coverage: ORGANISATION,
  org_average: ORGANISATION,
  org_total: ORGANISATION,
  volunteer_ratio: { name: "志愿者", on: "注册日期", adds: "人数" },
  satisfaction: SURVEY,
  hours: HOURS,
  needs_answered: NEED,
  loop_needs: NEED,
  loop_projects: { name: "项目", on: "批准日期", adds: "个数" },
  loop_activities: { name: "活动", on: "举办日期", adds: "场次" },
  loop_signups: { name: "报名", on: "报名日期", adds: "人次" },
  loop_hours: HOURS,
  loop_surveys: SURVEY,
};

export const isBehind = (word: string | null): word is Behind => word !== null && word in kinds;
