/** 公开议事, for everybody: what will be talked over, what came of it, how much of it has been done. */
import { AreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { StateTag } from "@/ui/StateTag";
import { minuteOf } from "@/ui/times";
import { attendance } from "../deliberation/parties";
import { publishedDeliberations, type OpenDeliberation, type OpenQuery } from "../deliberation/queries";
import { deliberationStates, outcomes } from "../deliberation/states";

const filters: Filter<OpenQuery>[] = [
  { name: "outcome", label: "协商结果", kind: "select", options: choices(outcomes) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const columns: Column<OpenDeliberation>[] = [
  { key: "topic", title: "议题", value: ({ topic }) => topic },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={deliberationStates} state={state} /> },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <AreaName id={area_id} /> },
  { key: "meets", title: "会议时间", value: ({ meets_at }) => <span className="figures">{minuteOf(meets_at)}</span> },
  { key: "place", title: "地点", value: ({ place }) => place },
  { key: "people", title: "参与人数", value: attendance },
  { key: "outcome", title: "协商结果", value: ({ outcome }) => (outcome ? outcomes[outcome] : "—") },
];

export default function PublicDeliberationList() {
  return (
    <ListPage
      title="公开议事"
      list={publishedDeliberations}
      columns={columns}
      filters={filters}
      open={({ id }) => `/public/deliberations/${id}`}
      empty={{ title: "没有这样的协商", advice: "会议通知发出后，议题、时间和地点在这里公开；会后公开结果和办理情况。" }}
    />
  );
}
