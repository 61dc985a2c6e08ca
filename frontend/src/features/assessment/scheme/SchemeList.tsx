/** 考核方案 by year. */
import { Button } from "antd";
import { Link } from "react-router";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { assessors } from "../roles";
import { schemes, type Scheme, type SchemeQuery } from "./queries";
import { schemeStates } from "./states";

const filters: Filter<SchemeQuery>[] = [{ name: "state", label: "状态", kind: "select", options: choices(schemeStates) }];

const columns: Column<Scheme>[] = [
  { key: "year", title: "年度", value: ({ year }) => <span className="figures">{year}</span> },
  { key: "title", title: "方案", value: ({ title }) => title },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={schemeStates} state={state} /> },
  { key: "units", title: "被考核单位", value: ({ unit_ids }) => unit_ids.length, number: true },
  { key: "items", title: "项目", value: ({ items }) => items.length, number: true },
  { key: "assumption", title: "性质", value: ({ assumption }) => (assumption ? "假设" : "文件规定") },
];

const draftOne = (
  <OnlyFor roles={assessors}>
    <Link to="/assessment/schemes/new"><Button type="primary">起草考核方案</Button></Link>
  </OnlyFor>
);

export default function SchemeList() {
  return (
    <ListPage
      title="考核方案"
      list={schemes}
      columns={columns}
      filters={filters}
      open={({ id }) => `/assessment/schemes/${id}`}
      acts={draftOne}
      empty={{ title: "还没有考核方案", advice: "市级经办按年度起草，另一人批准后生效；年度结束后据此考核各镇街。", act: draftOne }}
    />
  );
}
