/** What waits before a step of the loop, and the list in which it is dealt with. */
import type { Step } from "./queries";

interface Queue {
  /** `12 件` + … */
  what: string;
  list: string;
  /** Where the list cannot be narrowed to just these, the words of its link: a figure must not open other records than its own. */
  within?: string;
}

/** Nobody waits to sign up. */
const queues: Record<Exclude<Step, "loop_signups">, Queue> = {
  loop_needs: { what: "件需求还没有立项回应", list: "/projects/needs?without_project=true" },
  loop_projects: { what: "个项目还没有批准", list: "/projects/projects", within: "查看全部项目，再按状态筛选" },
  loop_contracts: { what: "份合同还没有双方签署", list: "/projects/contracts", within: "查看全部合同，再按状态筛选" },
  loop_activities: {
    what: "个已批准的项目还没有办过活动",
    list: "/projects/projects?state=approved",
    within: "查看已批准的项目，“活动”一列已办 0 的即是",
  },
  loop_hours: { what: "条时长等待第二人确认", list: "/volunteers/hours/waiting" },
  loop_surveys: { what: "次满意度调查还在作答", list: "/assessment/surveys?state=open" },
  loop_acceptances: { what: "次阶段验收还没有通过", list: "/projects/acceptances", within: "查看全部验收，再按状态筛选" },
  loop_payments: { what: "笔款项还没有支付", list: "/projects/payments", within: "查看全部支付，再按状态筛选" },
};

export function queueAt(step: Step, areaId: string): { what: string; within?: string; to: string } | undefined {
  if (step === "loop_signups") return undefined;
  const { what, within, list } = queues[step];
  return { what, within, to: `${list}${list.includes("?") ? "&" : "?"}area_id=${areaId}` };
}
