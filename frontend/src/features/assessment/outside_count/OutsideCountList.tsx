/** 外部统计数: what other systems count, dated and with its source, beside our own counts. */
import { Button } from "antd";
import { Link } from "react-router";
import { count } from "@/ui/amounts";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { targetSetters } from "../roles";
import { countNames } from "./messages";
import { outsideCounts, type OutsideCount, type OutsideCountQuery } from "./queries";
import { outsideCountStates } from "./states";

const filters: Filter<OutsideCountQuery>[] = [
  { name: "counts", label: "统计对象", kind: "select", options: choices(countNames) },
  { name: "state", label: "状态", kind: "select", options: choices(outsideCountStates) },
];

const columns: Column<OutsideCount>[] = [
  { key: "system", title: "系统", value: ({ system }) => system },
  { key: "counts", title: "统计对象", value: ({ counts }) => countNames[counts] },
  { key: "value", title: "数值", value: ({ value }) => count(value), number: true },
  { key: "counted_on", title: "统计日期", value: ({ counted_on }) => <span className="figures">{counted_on}</span> },
  { key: "area", title: "片区", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={outsideCountStates} state={state} /> },
  { key: "source", title: "来源", value: ({ source }) => source },
];

const enterOne = (
  <OnlyFor roles={targetSetters}>
    <Link to="/assessment/outside-counts/new"><Button type="primary">登记外部统计数</Button></Link>
  </OnlyFor>
);

export default function OutsideCountList() {
  return (
    <ListPage
      title="外部统计数"
      list={outsideCounts}
      columns={columns}
      filters={filters}
      open={({ id }) => `/assessment/outside-counts/${id}`}
      acts={enterOne}
      empty={{ title: "还没有外部统计数", advice: "i志愿等系统的统计数由市级经办登记，只与本系统的数字对照，不并入。", act: enterOne }}
    />
  );
}
