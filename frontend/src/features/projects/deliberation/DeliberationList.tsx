/** 议事协商: what is being talked over where, when it meets, and what came of it. */
import { Button } from "antd";
import { Link, useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { count } from "@/ui/amounts";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Narrowed } from "@/ui/Narrowed";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { minuteOf } from "@/ui/times";
import { NeedTitle } from "../need/NeedTitle";
import { conveners } from "../roles";
import { CategoryOfTopic } from "./CategoryOfTopic";
import { NEWCOMERS, sum } from "./parties";
import { deliberationList, type Deliberation, type DeliberationQuery } from "./queries";
import { deliberationStates, outcomes } from "./states";

const filters: Filter<DeliberationQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(deliberationStates) },
  { name: "outcome", label: "协商结果", kind: "select", options: choices(outcomes) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

function done({ items, outcome }: Deliberation) {
  if (outcome !== "agreed" || items.length === 0) return "—";
  return `${items.filter(({ status }) => status !== "open").length} / ${items.length} 项`;
}

const columns: Column<Deliberation>[] = [
  { key: "topic", title: "议题", value: ({ topic }) => topic },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={deliberationStates} state={state} /> },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "category", title: "类别", value: ({ category }) => <CategoryOfTopic code={category} /> },
  { key: "meets", title: "会议时间", value: ({ meets_at }) => <span className="figures">{minuteOf(meets_at)}</span> },
  { key: "invited", title: "邀请人数", value: ({ invited }) => count(sum(invited)), number: true },
  { key: "newcomers", title: "其中非户籍", value: ({ invited }) => count(invited[NEWCOMERS] ?? 0), number: true },
  { key: "outcome", title: "协商结果", value: ({ outcome }) => (outcome ? outcomes[outcome] : "—") },
  { key: "items", title: "已反馈事项", value: done },
];

const begin = (
  <OnlyFor roles={[...conveners]}>
    <Link to="/projects/deliberations/new"><Button type="primary">发起协商</Button></Link>
  </OnlyFor>
);

export default function DeliberationList() {
  const [params] = useSearchParams();
  return (
    <>
      <Narrowed by="need_id">{(id) => <>只列由需求“<Link to={`/projects/needs/${id}`}><NeedTitle id={id} /></Link>”而起的协商</>}</Narrowed>
      <ListPage
        title="议事协商"
        list={deliberationList}
        columns={columns}
        filters={filters}
        fixed={fixedBy<DeliberationQuery>(params, ["need_id"])}
        open={({ id }) => `/projects/deliberations/${id}`}
        acts={begin}
        empty={{ title: "还没有议事协商", advice: "从需求出发确定议题，邀请各方（含非户籍居民代表），会后把协商意见变成有责任方、有期限的执行事项。", act: begin }}
      />
    </>
  );
}
