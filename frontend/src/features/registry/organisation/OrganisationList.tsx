/** Community organisations: what is filed where, and which filings wait for review. */
import { Button } from "antd";
import { Link } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ExportButton } from "@/ui/ExportButton";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { drafters, exporters, registrars } from "../roles";
import { categories, kinds } from "./messages";
import { organisations, type OrganisationItem, type OrganisationQuery } from "./queries";
import { organisationStates } from "./states";

const filters: Filter<OrganisationQuery>[] = [
  { name: "name", label: "组织名称", kind: "text" },
  { name: "state", label: "状态", kind: "select", options: choices(organisationStates) },
  { name: "category", label: "类别", kind: "select", options: choices(categories) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const columns: Column<OrganisationItem>[] = [
  { key: "name", title: "组织", value: ({ name }) => name },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={organisationStates} state={state} /> },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "category", title: "类别", value: ({ category }) => categories[category] },
  { key: "kind", title: "组织类型", value: ({ kind }) => kinds[kind], extra: true },
  { key: "number", title: "备案号", value: ({ number }) => <span className="figures">{number ?? "—"}</span> },
  { key: "filed_on", title: "备案日期", value: ({ filed_on }) => <span className="figures">{filed_on ?? "—"}</span> },
];

const FILTERS = ["name", "state", "category", "area_id"];

const lists = (
  <>
    <OnlyFor roles={exporters}><ExportButton service="registry" kind="organisations" filters={FILTERS} /></OnlyFor>
    <OnlyFor roles={registrars}><Link to="/registry/imports/organisations"><Button>导入名册</Button></Link></OnlyFor>
  </>
);

const draftOne = (
  <OnlyFor roles={drafters}>
    <Link to="/registry/organisations/new"><Button type="primary">起草备案</Button></Link>
  </OnlyFor>
);

export default function OrganisationList() {
  return (
    <ListPage
      title="社区社会组织"
      list={organisations}
      columns={columns}
      filters={filters}
      open={({ id }) => `/registry/organisations/${id}`}
      acts={<>{lists}{draftOne}</>}
      empty={{ title: "还没有社区社会组织", advice: "村（社区）起草、镇街准予备案的组织会列在这里。", act: draftOne }}
    />
  );
}
