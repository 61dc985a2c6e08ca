/** 指标目标: what is to be reached by when, by which text, and which of them holds today. */
import { Button } from "antd";
import { Link } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { targetSetters } from "../roles";
import { aims, subjectOf, valueOf } from "./messages";
import { targets, type Target, type TargetQuery } from "./queries";
import { targetStates } from "./states";

const filters: Filter<TargetQuery>[] = [
  { name: "indicator", label: "指标", kind: "select", options: choices(aims) },
  { name: "area_id", label: "适用片区", kind: "area" },
  { name: "state", label: "状态", kind: "select", options: choices(targetStates) },
];

const columns: Column<Target>[] = [
  { key: "subject", title: "指标", value: subjectOf },
  { key: "value", title: "目标值", value: valueOf, number: true },
  { key: "area", title: "适用片区", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={targetStates} state={state} /> },
  { key: "valid_from", title: "生效日期", value: ({ valid_from }) => <span className="figures">{valid_from}</span> },
  { key: "deadline", title: "完成期限", value: ({ deadline }) => <span className="figures">{deadline ?? "—"}</span> },
  { key: "source", title: "依据", value: ({ source, clause }) => [source, clause].filter(Boolean).join(" ") },
  { key: "assumption", title: "性质", value: ({ assumption }) => (assumption ? "假设" : "文件规定"), extra: true },
];

const setOne = (
  <OnlyFor roles={targetSetters}>
    <Link to="/assessment/targets/new"><Button type="primary">设定新目标</Button></Link>
  </OnlyFor>
);

export default function TargetList() {
  return (
    <ListPage
      title="指标目标"
      list={targets}
      columns={columns}
      filters={filters}
      open={({ id }) => `/assessment/targets/${id}`}
      acts={setOne}
      empty={{ title: "还没有指标目标", advice: "载入片区后，《实施方案》和上级文件的目标会列在这里。", act: setOne }}
    />
  );
}
