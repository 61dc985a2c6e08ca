/** What waits at an activity, for whom, until when. */
import { Link } from "react-router";
import type { Way } from "@/ui/ActionButtons";
import type { Waiting } from "@/ui/NextStep";
import { isPast } from "@/ui/times";
import type { Register } from "../participation/queries";
import { WorkerName } from "@/ui/WorkerName";
import type { Activity, Survey } from "./queries";

/** What other services and stages know of an activity, as far as the reader may. */
export interface Known {
  register?: Register;
  survey?: Survey | null;
  /** Whether the reader stands before the people present. */
  leads?: boolean;
}

/** The codes are what the hour asks for until the planned end, and may be shown as long as residents may be recorded. */
function codesOf({ id, state, starts_at, ends_at }: Activity, { leads, register }: Known): Way[] {
  const mayShow = leads && register && (state === "published" || state === "held") && !isPast(register.closes_at);
  const isRunning = state === "published" && isPast(starts_at) && !isPast(ends_at);
  return mayShow ? [{ label: "现场出示签到码和参与码", to: `/projects/activities/${id}/codes`, isMain: isRunning }] : [];
}

function afterwards(activity: Activity, known: Known): Waiting | undefined {
  const { register, survey } = known;
  if (register?.is_open) {
    const hours = <Link to={`/volunteers/hours?activity_id=${activity.id}`}>志愿服务时长</Link>;
    return { what: <>补登参与居民；{hours}由第二人确认</>, who: <WorkerName id={activity.lead_social_worker_id} />, until: register.closes_at, ways: codesOf(activity, known) };
  }
  return survey?.state === "open" ? { what: "居民作答满意度调查", who: `抽取的 ${survey.drawn} 位参与居民`, until: survey.closes_at } : undefined;
}

export function nextOfActivity(activity: Activity, known: Known): Waiting | undefined {
  const who = <WorkerName id={activity.lead_social_worker_id} />;
  const ways = codesOf(activity, known);
  switch (activity.state) {
    case "planned":
      return { what: "核对计划后发布，志愿者即可报名", who, until: activity.starts_at };
    case "published":
      return isPast(activity.starts_at)
        ? { what: "登记参与居民，核对签到，结束后标为举办完毕", who, until: known.register?.closes_at, ways }
        : { what: "招募志愿者，按时举办", who, until: activity.starts_at, ways };
    case "cancelled":
      return { what: `已取消：${activity.cancelled_because ?? ""}` };
    case "held":
      return afterwards(activity, known);
  }
}
