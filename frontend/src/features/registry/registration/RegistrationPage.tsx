/** One application for registration: who has to do what until which day, what was declared, and how it was decided. */
import { Link, useNavigate, useParams } from "react-router";
import { count } from "@/ui/amounts";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import { Money } from "@/ui/Money";
import type { Waiting } from "@/ui/NextStep";
import { OrganisationName } from "@/ui/OrganisationName";
import { RecordPage } from "@/ui/RecordPage";
import { categories, kinds } from "../organisation/messages";
import { DocumentsTable } from "./DocumentsTable";
import { GrantDialog } from "./GrantDialog";
import { membersOf } from "./kindWords";
import { registration, type Registration } from "./queries";
import { registrationStates, wayOf } from "./states";

const AUTHORITY = "市级经办（申请人除外）";

function next({ state, due_on, returned_because, promotes, area_id }: Registration): Waiting | undefined {
  switch (state) {
    case "submitted":
      return { what: "核对材料：齐全的受理，不齐的一次告知补正", who: AUTHORITY, until: due_on };
    case "accepted":
      return { what: "作出决定：准予登记或不予登记", who: AUTHORITY, until: due_on };
    case "correction":
      return { what: `按退回意见补正后重新提交：${returned_because}`, who: promotes ? "该组织负责人" : <><AreaName id={area_id} /> 经办</> };
    case "granted":
    case "refused":
      return undefined;
  }
}

const facts = (record: Registration): Fact[] => [
  { label: "成立方式", value: wayOf(record) },
  { label: "组织类型", value: kinds[record.kind] },
  { label: "类别", value: categories[record.category] },
  { label: membersOf[record.kind], value: <span className="figures">{count(record.members)} 人</span> },
  { label: "注册资金", value: <Money fen={record.funds_fen} /> },
  { label: "法定代表人", value: record.representative },
  { label: "住所", value: record.venue, wide: true },
  { label: "业务范围", value: record.business_scope, wide: true },
  { label: "申请时间", value: <Moment at={record.submitted_at} /> },
  { label: "受理日期", value: <span className="figures">{record.accepted_on ?? "—"}</span> },
  ...(record.decided_on ? [{ label: "决定日期", value: <span className="figures">{record.decided_on}</span> }] : []),
  ...(record.links.organisation ? [{ label: "组织", value: <OrganisationName id={record.organisation_id} /> }] : []),
  ...(record.refused_because ? [{ label: "不予登记的理由", value: record.refused_because, wide: true }] : []),
  { label: "审查依据", value: record.judged_by, wide: true },
];

export default function RegistrationPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  return (
    <RecordPage
      question={registration(id)}
      name={({ name }) => name}
      states={registrationStates}
      area={({ area_id }) => <Link to={`/registry/areas/${area_id}`}><AreaName id={area_id} /></Link>}
      next={next}
      facts={facts}
      tabs={({ documents }) => [{ key: "documents", label: "登记材料", children: <DocumentsTable documents={documents} /> }]}
      consequences={({ name }) => ({ refusal: `决定不予登记“${name}”，不能撤回；申请人可以另行申请。` })}
      instead={() => ({ correction: () => void navigate(`/registry/registrations/${id}/correction`) })}
      dialogs={{ grant: ({ record, ...asked }) => <GrantDialog registration={record} {...asked} /> }}
    />
  );
}
