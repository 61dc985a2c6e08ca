/** What waits at a card, for whom, until when. */
import { pageOf } from "@/api/view";
import type { Way } from "@/ui/ActionButtons";
import { TownName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import type { Card } from "./queries";

type Links = Card["links"];

function ofFrozen(newer: number, { corrected_by, replaced_by }: Links): Waiting {
  if (replaced_by) return { what: `本版已由第 ${newer} 版取代，名次按第 ${newer} 版计` };
  if (corrected_by) return { what: `正在更正：第 ${newer} 版办理中，冻结后取代本版；在此之前名次按本版计` };
  return { what: "评分已冻结，不再改变" };
}

function wayToNewer(newer: number, { corrected_by, replaced_by }: Links): Way[] {
  const href = replaced_by ?? corrected_by;
  return href ? [{ label: `打开第 ${newer} 版`, to: pageOf(href), isMain: true }] : [];
}

export function nextOfCard({ state, area_id, report_by, object_until, decide_by, year, number, links, returned_because }: Card): Waiting | undefined {
  const town = <><TownName of={area_id} />经办</>;
  switch (state) {
    case "reporting":
      return { what: returned_because ? `自评已退回：${returned_because}` : "填写自评、附佐证材料，确认上报", who: town, until: report_by };
    case "checking":
      return { what: "核对取值和佐证，逐项核定；不属实的退回自评", who: "市级经办（上报人除外）" };
    case "announced":
      return { what: "核对结果：无异议，或逐项提出异议", who: town, until: object_until };
    case "objected":
      return { what: "逐项处理异议", who: "核定人以外的市级经办", until: decide_by };
    case "settled":
      return { what: "结果已定，冻结评分", who: "市级经办" };
    case "frozen":
      return { ...ofFrozen(number + 1, links), ways: [...wayToNewer(number + 1, links), { label: "名次", to: `/assessment/rankings/${year}` }] };
  }
}
