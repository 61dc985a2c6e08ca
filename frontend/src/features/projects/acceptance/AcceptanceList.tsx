/** 验收: which stages wait to be accepted, until when, and which are being put right. */
import { useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Moment } from "@/ui/Moment";
import { OrganisationName } from "@/ui/OrganisationName";
import { StateTag } from "@/ui/StateTag";
import { OfContract, OfProject } from "../OfProject";
import { acceptanceList, type Acceptance, type AcceptanceQuery } from "./queries";
import { acceptanceStates } from "./states";

const filters: Filter<AcceptanceQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(acceptanceStates) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const columns: Column<Acceptance>[] = [
  { key: "title", title: "验收", value: ({ title }) => title },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={acceptanceStates} state={state} /> },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "organisation", title: "承接方", value: ({ organisation_id }) => <OrganisationName id={organisation_id} /> },
  { key: "requested", title: "申请时间", value: ({ requested_at }) => <Moment at={requested_at} /> },
  { key: "inspect_by", title: "验收期限", value: ({ inspect_by }) => <span className="figures">{inspect_by}</span> },
  { key: "survey", title: "满意度调查", value: ({ survey }) => (survey ? `${survey.answered} / ${survey.drawn} 份` : "未结束") },
  { key: "findings", title: "整改", value: ({ findings }) => (findings.length > 0 ? `${findings.length} 项` : "—") },
];

export default function AcceptanceList() {
  const [params] = useSearchParams();
  return (
    <>
      <OfProject of="验收" />
      <OfContract of="验收" />
      <ListPage
        title="验收"
        list={acceptanceList}
        columns={columns}
        filters={filters}
        fixed={fixedBy<AcceptanceQuery>(params, ["project_id", "contract_id"])}
        open={({ id }) => `/projects/acceptances/${id}`}
        empty={{ title: "还没有验收", advice: "合同履行中，承接方完成一个阶段后在合同页申请验收。" }}
      />
    </>
  );
}
