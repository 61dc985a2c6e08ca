/** The pool of accepted needs as everybody may read it: where an organisation finds what it could take up. */
import { Button } from "antd";
import { useMemo } from "react";
import { Link } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { count } from "@/ui/amounts";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { StateTag } from "@/ui/StateTag";
import { dayOf } from "@/ui/times";
import { CategoryName, useCategories } from "./CategoryName";
import { pool, type Category, type OpenNeed, type PoolQuery } from "./queries";
import { needStates } from "./states";

const filtersWith = (categories: Category[]): Filter<PoolQuery>[] => [
  { name: "category", label: "类别", kind: "select", options: categories.map(({ code, name }) => ({ value: code, label: name })) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const draftFrom = (id: string) => `/projects/projects/new?need_id=${id}`;

/** A need that waits opens the draft of a project; one that was taken up opens its project. */
const open = ({ id, project_id }: OpenNeed) => (project_id ? `/projects/projects/${project_id}` : draftFrom(id));

const columns: Column<OpenNeed>[] = [
  { key: "title", title: "需求", value: ({ title }) => title },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={needStates} state={state} /> },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "category", title: "类别", value: ({ category }) => <CategoryName code={category} /> },
  { key: "persons", title: "涉及人数", value: ({ persons_affected }) => count(persons_affected), number: true },
  { key: "raised", title: "提出日期", value: ({ raised_at }) => <span className="figures">{dayOf(raised_at)}</span> },
  { key: "draft", title: "承接", value: ({ id, project_id }) => (project_id ? <span className="muted">已有项目</span> : <Link to={draftFrom(id)}><Button size="small">据此起草项目</Button></Link>) },
];

export default function PoolList() {
  const categories = useCategories();
  const filters = useMemo(() => filtersWith(categories), [categories]);
  return (
    <ListPage
      title="需求池"
      list={pool}
      columns={columns}
      filters={filters}
      open={open}
      empty={{ title: "需求池还是空的", advice: "村（社区）受理入池的居民需求会列在这里，可据此起草项目。" }}
    />
  );
}
