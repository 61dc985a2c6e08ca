/** What waits at a deliberation, for whom, until when. */
import { AreaName, TownName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import { dayOf, isPast, minuteOf } from "@/ui/times";
import type { Deliberation, OpenDeliberation, Rule } from "./queries";
import { Responsible } from "./Responsible";

const DAY = 24 * 60 * 60 * 1000;

/** Whole days between the notice and the meeting. */
export const daysBefore = (notified_at: string, meets_at: string) => Math.round((Date.parse(dayOf(meets_at)) - Date.parse(dayOf(notified_at))) / DAY);

const startFrom = ({ id, need_ids }: Deliberation) => ({
  label: "据此起草项目",
  to: `/projects/projects/new?${new URLSearchParams([["deliberation_id", id], ...need_ids.map((need) => ["need_id", need])]).toString()}`,
});

type Known = Pick<OpenDeliberation, "area_id" | "state" | "meets_at" | "outcome"> & { notify_by?: string; items: Deliberation["items"] | OpenDeliberation["items"] };

/** For whoever reads it; the dates are those of the record. */
export function nextOf(of: Known, rule: Rule | undefined): Waiting | undefined {
  const convener = <><AreaName id={of.area_id} />经办</>;
  switch (of.state) {
    case "draft":
      if (of.notify_by && isPast(of.notify_by)) return { what: `通知各方的期限已过：推迟会议时间后再通知${rule ? `，须提前 ${rule.notice_days} 天` : ""}`, who: convener };
      return { what: `核对方案后通知各方${rule ? `，最迟在会议前 ${rule.notice_days} 天` : ""}`, who: convener, until: of.notify_by };
    case "notified":
      return isPast(of.meets_at) ? { what: "登记举行情况：到会人数、发言摘要和不同意见", who: convener, until: of.meets_at } : { what: `按期举行会议；${minuteOf(of.meets_at)} 起可登记举行情况`, who: convener, until: of.meets_at, aside: ["revision"] };
    case "held":
      return { what: "形成协商意见；达成一致的，列出执行事项、责任方和期限", who: convener };
    default:
      return afterwards(of);
  }
}

function afterwards({ area_id, outcome, items }: Known): Waiting | undefined {
  if (outcome === "escalated") return { what: "由镇街继续协商", who: <><TownName of={area_id} />经办</> };
  const left = items.filter(({ status }) => status === "open");
  const [first] = [...left].sort((one, other) => one.due_on.localeCompare(other.due_on));
  return first && { what: `办理${left.length > 1 ? `其余 ${left.length} 项` : ""}执行事项并公开反馈：${first.what}`, who: <Responsible of={first} area={area_id} />, until: first.due_on };
}

/** With the ways on that the reader's roles have. */
export function nextOfDeliberation(of: Deliberation, rule: Rule | undefined, may: { propose: boolean; takeFurther: boolean }): Waiting | undefined {
  const next = nextOf(of, rule);
  if (of.outcome === "escalated" && !of.is_continued && may.takeFurther) return { ...next, what: next?.what, ways: [{ label: "继续协商", to: `/projects/deliberations/new?continues_id=${of.id}`, isMain: true }] };
  if (of.outcome !== "agreed" || !may.propose || of.need_ids.length === 0) return next;
  return { what: next?.what ?? "执行事项均已公开反馈；需要立项的，据此起草项目", who: next?.who, until: next?.until, ways: [startFrom(of)] };
}
