/** What the acts that cannot be taken back will do to an activity. */
import type { Consequences } from "@/ui/ActionButtons";
import { isPast, minuteOf } from "@/ui/times";
import type { Activity } from "./queries";

const early = (ends_at: string) => (isPast(ends_at) ? "" : `计划 ${minuteOf(ends_at)} 才结束。`);

export const consequencesOf = ({ title, starts_at, ends_at, place, wanted }: Activity): Consequences => ({
  publication: `发布“${title}”（${minuteOf(starts_at)}，${place.name}）：居民和志愿者在手机上看到，${wanted.length > 0 ? `${wanted.length} 个志愿者岗位开放报名` : "不招募志愿者"}。发布后不能撤回，只能修改计划或取消活动。`,
  completion: `把“${title}”标为举办完毕。${early(ends_at)}此后不能再修改或取消；随后从登记的参与居民中抽取满意度调查。`,
  cancellation: `取消整个活动“${title}”，不能恢复；已报名的志愿者会看到活动取消。`,
});
