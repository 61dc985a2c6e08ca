/** What waits at a purchase, for whom, until when. */
import { TownName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import { dayOf, isPast, minuteOf } from "@/ui/times";
import { lastDay } from "@/ui/notice/lastDay";
import type { Notice } from "@/ui/notice/desk";
import type { MethodRule, Purchase } from "./queries";
import { isTooNear, saysDeadline } from "./useMethod";

/** What officers read of a purchase and what everybody reads of it say this alike. */
type Known = Pick<Purchase, "state" | "area_id" | "bids_due_at"> & Partial<Pick<Purchase, "actions">>;

const toBid = (purchase: Known, officers: Waiting["who"]): Waiting =>
  isPast(purchase.bids_due_at)
    ? { what: "投标已截止，开标", who: officers }
    : { what: "等待投标；截止后才能开标，此前谁也看不到投标", who: "社会组织", until: purchase.bids_due_at };

function toAward(officers: Waiting["who"], notice: Notice | undefined): Waiting {
  if (notice && notice.objections_upheld > 0) return { what: "异议成立：撤回公示重新评审，或废标", who: officers };
  if (notice && notice.objections_waiting > 0) return { what: `答复 ${notice.objections_waiting} 件异议`, who: <>{officers}（发布公示的人除外）</> };
  if (notice?.state === "open") return { what: `公示期内受理异议；确认成交 ${dayOf(notice.closes_at)} 期满后可办，由另一人办理`, who: "公示期满", until: lastDay(notice.closes_at) };
  return { what: "公示期满，确认成交", who: <>{officers}（提出拟成交结果的人除外）</> };
}

export function nextOfPurchase(purchase: Known, notice?: Notice, rule?: MethodRule): Waiting | undefined {
  const officers = <><TownName of={purchase.area_id} />或市级采购经办</>;
  switch (purchase.state) {
    case "draft":
      if (rule && isTooNear(purchase.bids_due_at, rule)) return { what: `投标截止 ${minuteOf(purchase.bids_due_at)} 过近或已过，先修改。${saysDeadline(rule)}`, who: officers };
      return { what: "核对采购方案后发布公告", who: officers };
    case "announced":
      return toBid(purchase, officers);
    case "opened":
      // Whoever may conclude it is offered to as soon as the whole panel has scored.
      if (purchase.actions?.some(({ name }) => name === "proposal")) return { what: "评审小组已评完：结束评审并公示拟成交结果", who: officers };
      return { what: "评审小组声明利益冲突、逐家评分；评完后结束评审并公示", who: <>评审专家，然后是{officers}</> };
    case "proposed":
      return toAward(officers, notice);
    default:
      return undefined;
  }
}
