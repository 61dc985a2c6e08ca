/** Needs of residents: what was heard by which channel, what waits for acceptance, what no project takes up yet. */
import { Button } from "antd";
import { useMemo } from "react";
import { Link } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { count } from "@/ui/amounts";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { dayOf } from "@/ui/times";
import { needRecorders } from "../roles";
import { CategoryName, useCategories } from "./CategoryName";
import { channels } from "./messages";
import { needs, type Category, type Need, type NeedQuery } from "./queries";
import { needStates } from "./states";

const filtersWith = (categories: Category[]): Filter<NeedQuery>[] => [
  { name: "state", label: "状态", kind: "select", options: choices(needStates) },
  { name: "category", label: "类别", kind: "select", options: categories.map(({ code, name }) => ({ value: code, label: name })) },
  { name: "channel", label: "来源渠道", kind: "select", options: choices(channels) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
  { name: "without_project", label: "承接项目", kind: "select", options: [{ value: "true", label: "尚无项目" }] },
];

const heardBy = ({ sources }: Need) => [...new Set(sources.map(({ channel }) => channels[channel]))].join("、");

const columns: Column<Need>[] = [
  { key: "title", title: "需求", value: ({ title }) => title },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={needStates} state={state} /> },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "category", title: "类别", value: ({ category }) => <CategoryName code={category} /> },
  { key: "channels", title: "来源渠道", value: (need) => heardBy(need) || "—" },
  { key: "persons", title: "涉及人数", value: ({ persons_affected }) => count(persons_affected), number: true },
  { key: "raised", title: "提出日期", value: ({ raised_at }) => <span className="figures">{dayOf(raised_at)}</span> },
  { key: "project", title: "承接项目", value: ({ project_id }) => (project_id ? <Link to={`/projects/projects/${project_id}`}>查看项目</Link> : <span className="muted">尚无</span>) },
];

const recordOne = (
  <OnlyFor roles={[...needRecorders]}>
    <Link to="/projects/needs/new"><Button type="primary">登记需求</Button></Link>
  </OnlyFor>
);

export default function NeedList() {
  const categories = useCategories();
  const filters = useMemo(() => filtersWith(categories), [categories]);
  return (
    <ListPage
      title="居民需求"
      list={needs}
      columns={columns}
      filters={filters}
      open={({ id }) => `/projects/needs/${id}`}
      acts={recordOne}
      empty={{ title: "还没有需求", advice: "居民在手机上提出的，以及议事会、入户走访、电话访问、问卷调查登记的需求会列在这里。", act: recordOne }}
    />
  );
}
