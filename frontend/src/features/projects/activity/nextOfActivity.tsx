/** What waits at an activity, for whom, until when. */
import type { Waiting } from "@/ui/NextStep";
import { isPast } from "@/ui/times";
import { LeadName } from "./LeadName";
import type { Activity } from "./queries";

export function nextOfActivity(activity: Activity): Waiting | undefined {
  const lead = <LeadName id={activity.lead_social_worker_id} />;
  switch (activity.state) {
    case "planned":
      return { what: "核对计划后发布，志愿者即可报名", who: lead, until: activity.starts_at };
    case "published":
      return isPast(activity.starts_at)
        ? { what: "登记参与居民，核对签到，结束后标为举办完毕", who: lead }
        : { what: "招募志愿者，按时举办", who: lead, until: activity.starts_at };
    case "cancelled":
      return { what: `已取消：${activity.cancelled_because ?? ""}` };
    default:
      return undefined;
  }
}
