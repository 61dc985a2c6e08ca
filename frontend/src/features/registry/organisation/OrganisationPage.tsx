/** One organisation: what its filing waits for, what was declared, its registration, its standing and its past. */
import { Button } from "antd";
import { Link, useNavigate, useParams } from "react-router";
import { pageOf } from "@/api/view";
import { count } from "@/ui/amounts";
import { AreaName, TownName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import type { Waiting } from "@/ui/NextStep";
import { OnlyFor } from "@/ui/OnlyFor";
import { lastDay } from "@/ui/periods";
import { RecordPage, type RecordTab } from "@/ui/RecordPage";
import { minuteOf } from "@/ui/times";
import { CancellationDialog } from "../change/CancellationDialog";
import { ChangeDialog } from "../change/ChangeDialog";
import { HistoryOf } from "../change/HistoryOf";
import { PostsOf } from "../post/PostsOf";
import { RegistrationsOf } from "../registration/RegistrationsOf";
import { drafters } from "../roles";
import { RevocationDialog } from "../sanction/RevocationDialog";
import { StandingOf } from "../sanction/StandingOf";
import { StationingsOf } from "../stationing/StationingsOf";
import { FilingDialog } from "./FilingDialog";
import { Initiators } from "./Initiators";
import { categories, kinds, membersOf } from "./messages";
import { organisation, type Organisation } from "./queries";
import { organisationStates } from "./states";

function next(record: Organisation): Waiting | undefined {
  const drafter = <><AreaName id={record.area_id} /> 经办</>;
  switch (record.state) {
    case "draft":
      return { what: "核对材料后提交备案", who: drafter };
    case "submitted":
      return { what: "受理审查：准予备案，或退回补正（提交人不能审查）", who: <><TownName of={record.area_id} /> 经办</> };
    case "correction":
      return { what: `按退回意见补正后重新提交：${record.returned_because}`, who: drafter };
    case "filed":
      return record.actions.length > 0 ? { what: "没有待办；组织停止活动的，由镇街注销备案" } : undefined;
    case "registered":
      return record.actions.length > 0 ? { what: "没有待办；变更、注销由登记机关办理" } : undefined;
    case "deregistered":
    case "revoked":
      return undefined;
  }
}

/** What only a legal person has. */
const registered = (record: Organisation): Fact[] => [
  { label: "登记日期", value: <span className="figures">{record.registered_on}</span> },
  { label: "统一社会信用代码", value: <span className="figures">{record.uscc}</span> },
  { label: "登记证书编号", value: record.certificate_number },
  { label: "证书有效期至", value: <span className="figures">{lastDay(record.certificate_valid_to)}</span> },
  { label: "法定代表人", value: record.representative },
  { label: "业务范围", value: record.business_scope, wide: true },
];

const facts = (record: Organisation): Fact[] => [
  { label: "类别", value: categories[record.category] },
  { label: "组织类型", value: kinds[record.kind] },
  { label: membersOf(record.kind), value: <span className="figures">{count(record.members)} 人</span> },
  { label: "活动场所", value: record.venue },
  ...(record.submitted_at || record.path === "filed" ? [{ label: "提交时间", value: record.submitted_at && <span className="figures">{minuteOf(record.submitted_at)}</span> }] : []),
  ...(record.filed_on || record.path === "filed" ? [{ label: "备案日期", value: <span className="figures">{record.filed_on ?? "—"}</span> }] : []),
  ...(record.registered_on ? registered(record) : []),
  ...(record.deregistered_on ? [{ label: "注销", value: <><span className="figures">{record.deregistered_on}</span> {record.deregistered_because}</>, wide: true }] : []),
  ...(record.liquidation ? [{ label: "清算", value: record.liquidation, wide: true }] : []),
  ...(record.revoked_on ? [{ label: "撤销", value: <><span className="figures">{record.revoked_on}</span> {record.revoked_because}</>, wide: true }] : []),
  { label: "审查依据", value: record.judged_by ?? "提交时按当日有效的规定审查", wide: true },
  ...(record.links.projects ? [{ label: "联动", value: <Link to={pageOf(record.links.projects)}>承接的项目</Link>, wide: true }] : []),
];

function Registrations({ of: { id, state } }: { of: Organisation }) {
  return (
    <>
      {state === "filed" && (
        <OnlyFor roles={drafters}>
          <p><Link to={`/registry/registrations/new?organisation_id=${id}`}><Button>申请转为登记</Button></Link></p>
        </OnlyFor>
      )}
      <RegistrationsOf organisationId={id} />
    </>
  );
}

function Past({ of: record }: { of: Organisation }) {
  return (
    <>
      <Registrations of={record} />
      <h2>沿革</h2>
      <HistoryOf organisationId={record.id} />
      {record.initiators.length > 0 && <><h2>发起人</h2><Initiators initiators={record.initiators} /></>}
    </>
  );
}

function Places({ id }: Pick<Organisation, "id">) {
  return (
    <>
      <h2>进驻设施</h2>
      <StationingsOf organisation_id={id} />
      <h2>社工岗位</h2>
      <PostsOf organisation_id={id} />
    </>
  );
}

/** A draft has no standing, no past and nothing that others say of it. Three tabs fit on a phone. */
function tabs(record: Organisation): RecordTab[] {
  const { initiators, filed_on, registered_on } = record;
  if (filed_on === null && registered_on === null) return [{ key: "initiators", label: `发起人（${initiators.length}）`, children: <Initiators initiators={initiators} /> }];
  return [
    { key: "standing", label: "资格与处理", children: <StandingOf of={record} /> },
    { key: "past", label: "登记与沿革", children: <Past of={record} /> },
    { key: "places", label: "设施与岗位", children: <Places id={record.id} /> },
  ];
}

export default function OrganisationPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  return (
    <RecordPage
      question={organisation(id)}
      name={({ name }) => name}
      states={organisationStates}
      number={({ number, uscc }) => uscc ?? number}
      area={({ area_id }) => <Link to={`/registry/areas/${area_id}`}><AreaName id={area_id} /></Link>}
      next={next}
      facts={facts}
      consequences={({ name }) => ({ deregistration: `注销“${name}”的备案，不能恢复；记录保留，此后不能承接项目。` })}
      tabs={tabs}
      instead={() => ({ revision: () => void navigate(`/registry/organisations/${id}/revision`) })}
      dialogs={{
        filing: ({ record, onClose }) => <FilingDialog organisation={record} onClose={onClose} />,
        change: ({ record, ...asked }) => <ChangeDialog organisation={record} {...asked} />,
        cancellation: ({ record, ...asked }) => <CancellationDialog organisation={record} {...asked} />,
        revocation: ({ record, ...asked }) => <RevocationDialog organisation={record} {...asked} />,
      }}
    />
  );
}
