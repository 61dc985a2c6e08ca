/** What waits at a sign-up, for whom, until when: by its state, the hour, and whether the activity is over. */
import type { Waiting } from "@/ui/NextStep";
import { isPast } from "@/ui/times";
import { BY_HAND } from "../hours/byHand";
import type { Signup } from "./queries";
import { cancelledBecause } from "./states";

type Known = Pick<Signup, "state" | "starts_at" | "ends_at" | "answer_by" | "cancelled_because">;

function beforeCheckIn({ starts_at, ends_at, answer_by }: Known, isHeld: boolean): Waiting {
  if (isHeld || isPast(ends_at)) return { what: `活动已结束，还没有签到；签到时间过后记为缺席。当天在场的${BY_HAND}`, who: "负责人" };
  if (isPast(starts_at)) return { what: "活动进行中：到场后用现场的签到码签到", who: "志愿者", until: ends_at };
  if (answer_by) return { what: "临近开始才递补上：须本人确认能到，逾期由下一位递补", who: "志愿者", until: answer_by };
  return { what: "按时到场，用现场的签到码签到", who: "志愿者", until: starts_at };
}

export function nextOfSignup(signup: Known, isHeld: boolean): Waiting | undefined {
  const isOver = isHeld || isPast(signup.ends_at);
  switch (signup.state) {
    case "waiting":
      return isPast(signup.starts_at) ? { what: "候补：活动已开始，没有递补上" } : { what: "候补：有人取消时按次序递补", until: signup.starts_at };
    case "confirmed":
      return beforeCheckIn(signup, isHeld);
    case "attending":
      return isOver
        ? { what: "活动已结束：尽快签退；忘签退的只计到计划结束时间，由第二人核对", who: "志愿者" }
        : { what: "活动结束时签退", who: "志愿者", until: signup.ends_at };
    case "no_show":
      return { what: `报名后没有签到。确有原因的由负责人免记；当天在场的${BY_HAND}`, who: "负责人" };
    case "cancelled":
      return { what: `已取消：${signup.cancelled_because ? cancelledBecause[signup.cancelled_because] : "—"}` };
    default:
      return undefined;
  }
}
