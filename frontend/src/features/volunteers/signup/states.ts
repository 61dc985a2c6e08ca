/** States of a sign-up, and why one was cancelled. */
import type { States } from "@/ui/StateTag";
import type { Signup } from "./queries";

export const signupStates: States<Signup["state"]> = {
  waiting: { label: "候补", tone: "attention" },
  confirmed: { label: "已报名", tone: "active" },
  attending: { label: "已签到", tone: "active" },
  attended: { label: "已参加", tone: "good" },
  cancelled: { label: "已取消", tone: "neutral" },
};

export const cancelledBecause: Record<NonNullable<Signup["cancelled_because"]>, string> = {
  activity_cancelled: "活动取消",
  activity_held: "活动已结束",
  by_volunteer: "本人取消",
  withdrawn: "注销注册",
};

export const waitingNumberOf = ({ state, waiting_number }: Signup) => (state === "waiting" && waiting_number !== null ? `第 ${waiting_number} 号` : "—");
