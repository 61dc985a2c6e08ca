/** What kind of record stands behind each figure, what a record's day is, and what it adds. */
import { indicatorNames, stepNames } from "../dashboard/indicators";
import type { Indicator, Step } from "../dashboard/queries";

export type Behind = Indicator | Step;

export const behindNames: Record<Behind, string> = { ...indicatorNames, ...stepNames };

interface Kind {
  name: string;
  on: string;
  adds: string;
  /** What it adds is told in fen. */
  isMoney?: true;
}

const ORGANISATION: Kind = { name: "社区社会组织", on: "备案日期", adds: "组织数" };
const HOURS: Kind = { name: "志愿服务时长", on: "确认日期", adds: "分钟" };
const NEED: Kind = { name: "需求", on: "提出日期", adds: "件数" };
const VOLUNTEER: Kind = { name: "志愿者", on: "注册日期", adds: "人数" };
const POST: Kind = { name: "社工岗位", on: "上岗日期", adds: "岗位数" };
const SURVEY: Kind = { name: "满意度调查", on: "结束日期", adds: "答卷" };

export const kinds: Record<Behind, Kind> = {
  org_coverage: ORGANISATION,
  org_average: ORGANISATION,
  org_avg_rural: ORGANISATION,
  org_avg_urban: ORGANISATION,
  org_total: ORGANISATION,
  category_balance: ORGANISATION,
  filed_to_registered: ORGANISATION,
  volunteer_ratio: VOLUNTEER,
  volunteer_active_ratio: VOLUNTEER,
  hours: HOURS,
  hours_per_head: HOURS,
  sw_per_10k: POST,
  post_coverage: POST,
  facility_coverage: { name: "服务设施", on: "启用日期", adds: "处数" },
  needs_answered: NEED,
  deliberation_closure: { name: "协商", on: "举行日期", adds: "场次" },
  satisfaction: SURVEY,
  purchase_satisfaction: SURVEY,
  fund_execution: { name: "支付", on: "支付日期", adds: "金额（元）", isMoney: true },
  budget_growth: { name: "预算", on: "批复日期", adds: "金额（元）", isMoney: true },
  loop_needs: NEED,
  loop_projects: { name: "项目", on: "批准日期", adds: "个数" },
  loop_contracts: { name: "合同", on: "签订日期", adds: "份数" },
  loop_activities: { name: "活动", on: "举办日期", adds: "场次" },
  loop_signups: { name: "报名", on: "报名日期", adds: "人次" },
  loop_hours: HOURS,
  loop_surveys: SURVEY,
  loop_acceptances: { name: "阶段验收", on: "通过日期", adds: "次数" },
  loop_payments: { name: "支付", on: "支付日期", adds: "笔数" },
};

export const isBehind = (word: string | null): word is Behind => word !== null && word in kinds;
