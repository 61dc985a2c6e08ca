/** 志愿服务证明: the register of what was asked for, issued, refused and taken back. */
import { useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Moment } from "@/ui/Moment";
import { StateTag } from "@/ui/StateTag";
import { OnlyOf } from "../OnlyOf";
import { VolunteerName } from "../PersonName";
import { IssuerName } from "./IssuerName";
import { certificateList, type Certificate, type CertificateQuery } from "./queries";
import { certificateStates } from "./states";

const filters: Filter<CertificateQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(certificateStates) },
  { name: "area_id", label: "镇街、村（社区）", kind: "area" },
];

const columns: Column<Certificate>[] = [
  { key: "number", title: "证明编号", value: ({ number }) => <span className="figures">{number ?? "—"}</span> },
  { key: "volunteer", title: "志愿者", value: ({ volunteer_id }) => <VolunteerName id={volunteer_id} /> },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={certificateStates} state={state} /> },
  { key: "issuer", title: "出具单位", value: (record) => record.issuer_name ?? <IssuerName of={record} /> },
  { key: "period", title: "服务期间", value: ({ from_on, to_on }) => <span className="figures">{from_on} 至 {to_on}</span> },
  { key: "hours", title: "小时", value: ({ hours }) => hours ?? "—", number: true },
  { key: "issued_at", title: "出具时间", value: ({ issued_at }) => <Moment at={issued_at} /> },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} />, extra: true },
];

export default function CertificateList() {
  const [params] = useSearchParams();
  return (
    <>
      <OnlyOf by="volunteer_id">{(id) => <>只列 <VolunteerName id={id} /> 的证明</>}</OnlyOf>
      <ListPage
        title="志愿服务证明"
        list={certificateList}
        columns={columns}
        filters={filters}
        fixed={fixedBy<CertificateQuery>(params, ["volunteer_id"])}
        open={({ id }) => `/volunteers/certificates/${id}`}
        empty={{ title: "还没有志愿服务证明", advice: "志愿者在手机端“我的”中申请，或由组织活动的单位在志愿者页面直接出具。" }}
      />
    </>
  );
}
