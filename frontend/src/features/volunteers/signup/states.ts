/** States of a sign-up, and why one was cancelled. */
import type { States } from "@/ui/StateTag";
import type { Signup } from "./queries";

export const signupStates: States<Signup["state"]> = {
  waiting: { label: "候补", tone: "attention" },
  confirmed: { label: "已报名", tone: "active" },
  attending: { label: "已签到", tone: "active" },
  attended: { label: "已参加", tone: "good" },
  no_show: { label: "缺席", tone: "attention" },
  excused: { label: "缺席已免记", tone: "neutral" },
  cancelled: { label: "已取消", tone: "neutral" },
};

export const cancelledBecause: Record<NonNullable<Signup["cancelled_because"]>, string> = {
  activity_cancelled: "活动取消",
  activity_held: "活动已结束",
  by_volunteer: "本人取消",
  unanswered: "递补后未按时确认",
  consent_withdrawn: "监护人撤回同意",
  withdrawn: "注销注册",
};

/** What was not the ordinary way, in words. */
export const waysOf = ({ walk_in, clash_signup_id, admitted_because, promoted_because }: Signup): string[] => [
  ...(walk_in ? ["现场加入"] : []),
  ...(admitted_because !== null ? ["由负责人加入"] : []),
  ...(clash_signup_id !== null ? [admitted_because !== null ? "时间冲突特准" : "改期后时间冲突"] : []),
  ...(promoted_because !== null ? ["提前递补"] : []),
];

export const waitingNumberOf = ({ state, waiting_number }: Signup) => (state === "waiting" && waiting_number !== null ? `第 ${waiting_number} 号` : "—");
