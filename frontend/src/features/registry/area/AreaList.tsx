/** The areas of the city: 36 units, and the villages and communities below each. */
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { CountOf, GroundsOf } from "./PopulationCount";
import { areaList, type AreaItem, type AreaQuery } from "./queries";
import { levels, organKinds } from "./states";

const filters: Filter<AreaQuery>[] = [
  { name: "level", label: "层级", kind: "select", options: choices(levels) },
  { name: "parent_id", label: "上级片区", kind: "area" },
  { name: "on", label: "某日的区划", kind: "day" },
];

const columns: Column<AreaItem>[] = [
  { key: "name", title: "名称", value: ({ name }) => name ?? "名称待导入" },
  { key: "code", title: "统计用区划代码", value: ({ code }) => <span className="figures">{code}</span> },
  { key: "organ_kind", title: "组织形态", value: ({ organ_kind }) => organKinds[organ_kind] },
  { key: "level", title: "层级", value: ({ level }) => levels[level], extra: true },
  { key: "population", title: "人口", value: (item) => <CountOf item={item} />, number: true },
  { key: "grounds", title: "口径、来源和时点", value: (item) => <GroundsOf item={item} /> },
];

export default function AreaList() {
  return (
    <ListPage
      title="片区"
      list={areaList}
      columns={columns}
      filters={filters}
      open={({ id }) => `/registry/areas/${id}`}
      empty={{ title: "还没有片区", advice: "系统管理员载入国家统计局的统计用区划代码后，36 个镇街（园区）会列在这里。" }}
    />
  );
}
