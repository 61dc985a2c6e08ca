/** 岗位: the roles that published activities ask volunteers for, soonest first. */
import { useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { StateTag } from "@/ui/StateTag";
import { ActivityTitle } from "../ActivityTitle";
import { OnlyOf } from "../OnlyOf";
import { Span } from "../Span";
import { PlacesTaken } from "./PlacesTaken";
import { opportunities, type Opportunity, type OpportunityQuery } from "./queries";
import { opportunityStates } from "./states";

const filters: Filter<OpportunityQuery>[] = [
  { name: "area_id", label: "镇街、村（社区）", kind: "area" },
  { name: "from", label: "开始不早于", kind: "day" },
  { name: "has_places", label: "名额", kind: "select", options: [{ value: "true", label: "还有名额" }] },
];

const columns: Column<Opportunity>[] = [
  { key: "role", title: "岗位", value: ({ title, role_name }) => `${title} · ${role_name}` },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={opportunityStates} state={state} /> },
  { key: "when", title: "时间", value: (opportunity) => <Span of={opportunity} /> },
  { key: "place", title: "地点", value: ({ place }) => place.name },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "taken", title: "已报名 / 名额", value: (opportunity) => <PlacesTaken of={opportunity} /> },
  { key: "waiting", title: "候补号发至", value: ({ waiting }) => waiting || "—", number: true },
  { key: "age", title: "最低年龄", value: ({ minimum_age }) => (minimum_age > 0 ? `${minimum_age} 岁` : "不限"), number: true, extra: true },
];

export default function OpportunityList() {
  const [params] = useSearchParams();
  return (
    <>
      <OnlyOf by="activity_id">{(id) => <>只列“<ActivityTitle id={id} />”的岗位，含已结束的</>}</OnlyOf>
      <ListPage
        title="志愿岗位"
        list={opportunities}
        columns={columns}
        filters={filters}
        fixed={fixedBy<OpportunityQuery>(params, ["activity_id"])}
        open={({ id }) => `/volunteers/opportunities/${id}`}
        empty={{ title: "目前没有招募中的岗位", advice: "活动发布后，其中招募志愿者的岗位会列在这里；过去的岗位在各活动的页面上。" }}
      />
    </>
  );
}
