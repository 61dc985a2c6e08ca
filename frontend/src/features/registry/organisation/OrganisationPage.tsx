/** One organisation: what its filing waits for, what was declared, who initiated it. */
import { Link, useNavigate, useParams } from "react-router";
import { pageOf } from "@/api/view";
import { count } from "@/ui/amounts";
import { AreaName, TownName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { minuteOf } from "@/ui/times";
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

const facts = (record: Organisation): Fact[] => [
  { label: "类别", value: categories[record.category] },
  { label: "组织类型", value: kinds[record.kind] },
  { label: membersOf(record.kind), value: <span className="figures">{count(record.members)} 人</span> },
  { label: "活动场所", value: record.venue },
  { label: "提交时间", value: record.submitted_at && <span className="figures">{minuteOf(record.submitted_at)}</span> },
  { label: "备案日期", value: <span className="figures">{record.filed_on ?? "—"}</span> },
  ...(record.deregistered_on ? [{ label: "注销日期", value: <span className="figures">{record.deregistered_on}</span> }] : []),
  ...(record.revoked_on ? [{ label: "撤销", value: <><span className="figures">{record.revoked_on}</span> {record.revoked_because}</>, wide: true }] : []),
  { label: "审查依据", value: record.judged_by ?? "提交时按当日有效的规定审查", wide: true },
  ...(record.links.projects ? [{ label: "联动", value: <Link to={pageOf(record.links.projects)}>承接的项目</Link>, wide: true }] : []),
];

export default function OrganisationPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  return (
    <RecordPage
      question={organisation(id)}
      name={({ name }) => name}
      states={organisationStates}
      number={({ number }) => number}
      area={({ area_id }) => <Link to={`/registry/areas/${area_id}`}><AreaName id={area_id} /></Link>}
      next={next}
      facts={facts}
      consequences={({ name }) => ({ deregistration: `注销“${name}”的备案，不能恢复；记录保留，此后不能承接项目。` })}
      tabs={({ initiators }) => [{ key: "initiators", label: `发起人（${initiators.length}）`, children: <Initiators initiators={initiators} /> }]}
      instead={() => ({ revision: () => void navigate(`/registry/organisations/${id}/revision`) })}
      dialogs={{ filing: ({ record, onClose }) => <FilingDialog organisation={record} onClose={onClose} /> }}
    />
  );
}
