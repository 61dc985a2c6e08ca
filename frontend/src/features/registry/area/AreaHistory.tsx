/** What an area was called and belonged to, and how many people were counted, each with days and source. */
import { Link } from "react-router";
import type { components } from "@/api/registry.gen";
import { AreaName } from "@/ui/AreaName";
import { count } from "@/ui/amounts";
import { lastDay } from "@/ui/periods";
import { WideTable } from "@/ui/WideTable";
import type { Population } from "./PopulationCount";
import { organKinds, populationKinds } from "./states";

type Term = components["schemas"]["TermView"];

export function AreaTerms({ terms }: { terms: Term[] }) {
  return (
    <WideTable<Term>
      rowKey="valid_from"
      dataSource={[...terms].reverse()}
      label="区划变更"
      columns={[
        { title: "自", dataIndex: "valid_from", className: "figures" },
        { title: "至", render: (_end: unknown, { valid_to }) => lastDay(valid_to) ?? "现行", className: "figures" },
        { title: "名称", render: (_name: unknown, { name }) => name ?? "名称待导入" },
        { title: "代码", dataIndex: "code", className: "figures" },
        { title: "组织形态", render: (_kind: unknown, { organ_kind }) => organKinds[organ_kind] },
        { title: "上级", render: (_parent: unknown, { parent_id }) => (parent_id ? <Link to={`/registry/areas/${parent_id}`}><AreaName id={parent_id} /></Link> : "—") },
        { title: "来源", dataIndex: "source" },
      ]}
    />
  );
}

export function AreaPopulations({ populations }: { populations: Population[] }) {
  return (
    <WideTable<Population>
      label="人口数"
        rowKey={({ kind, on, source }) => kind + on + source}
      dataSource={[...populations].sort((one, other) => other.on.localeCompare(one.on))}
      locale={{ emptyText: "没有单独的公开数字" }}
      columns={[
        { title: "时点", dataIndex: "on", className: "figures" },
        { title: "口径", render: (_kind: unknown, { kind }) => populationKinds[kind] ?? kind },
        { title: "人数", render: (_value: unknown, { value }) => count(value), align: "right", className: "figures" },
        { title: "来源", dataIndex: "source" },
      ]}
    />
  );
}
