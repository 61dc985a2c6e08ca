/** 处理: who was suspended or barred, on which ground, from which day until which. */
import { useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Narrowed } from "@/ui/Narrowed";
import { OrganisationName } from "@/ui/OrganisationName";
import { lastDay } from "@/ui/periods";
import { StateTag } from "@/ui/StateTag";
import { GroundTitle } from "./GroundTitle";
import { sanctions, type Sanction, type SanctionQuery } from "./queries";
import { measures, sanctionStates } from "./states";

const { suspension, bar } = measures;

const filters: Filter<SanctionQuery>[] = [
  { name: "measure", label: "处理", kind: "select", options: choices({ suspension, bar }) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const columns: Column<Sanction>[] = [
  { key: "document", title: "决定文号", value: ({ document }) => document },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={sanctionStates} state={state} /> },
  { key: "organisation", title: "组织", value: ({ organisation_id }) => <OrganisationName id={organisation_id} /> },
  { key: "measure", title: "处理", value: ({ measure }) => measures[measure] },
  { key: "ground", title: "事由", value: (one) => <GroundTitle of={one} /> },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} />, extra: true },
  { key: "starts_on", title: "自", value: ({ starts_on }) => <span className="figures">{starts_on}</span> },
  { key: "ends_on", title: "至", value: ({ ends_on }) => <span className="figures">{lastDay(ends_on) ?? "解除为止"}</span> },
  { key: "lifted_on", title: "解除日期", value: ({ lifted_on }) => <span className="figures">{lifted_on ?? "—"}</span> },
];

export default function SanctionList() {
  const [params] = useSearchParams();
  return (
    <>
      <Narrowed by="organisation_id">{(id) => <>只列对组织“<OrganisationName id={id} />”的处理</>}</Narrowed>
      <ListPage
        title="处理与失信"
        list={sanctions}
        columns={columns}
        filters={filters}
        fixed={fixedBy<SanctionQuery>(params, ["organisation_id"])}
        open={({ id }) => `/registry/sanctions/${id}`}
        empty={{ title: "没有作出过处理", advice: "暂停或禁止参与政府采购的决定，从组织的页面“资格与处理”作出。" }}
      />
    </>
  );
}
