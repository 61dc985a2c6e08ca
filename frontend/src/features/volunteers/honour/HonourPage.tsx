/** One application for a star: what it rests on, who decides, its notice, and how it ended. */
import { useParams } from "react-router";
import { Link } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Hours as Duration } from "@/ui/Hours";
import { Moment } from "@/ui/Moment";
import type { Waiting } from "@/ui/NextStep";
import { NoticeOf } from "@/ui/notice/NoticeOf";
import { OrganisationName } from "@/ui/OrganisationName";
import { RecordPage } from "@/ui/RecordPage";
import { desk } from "../notice/desk";
import { VolunteerName } from "../PersonName";
import { EndingDialog } from "./EndingDialog";
import { honour, refuse, revoke, type Honour } from "./queries";
import { honourStates, starsOf } from "./states";

/** The lowest who may decide. */
const deciderOf = ({ decided_by }: Honour) => (decided_by.includes("town_officer") ? "镇街经办（申请人和本人以外）" : "市级经办（申请人和本人以外）");

function next(record: Honour): Waiting | undefined {
  switch (record.state) {
    case "applied":
      return { what: "核对已确认的时长，审核通过并公示，或不予认定", who: deciderOf(record) };
    case "publicised":
      return { what: "公示期满、异议都已答复后由第二人认定", who: deciderOf(record) };
    case "granted":
      return record.actions.length > 0 ? { what: "没有待办；弄虚作假的可以撤销" } : undefined;
    case "refused":
    case "revoked":
      return { what: `${honourStates[record.state].label}：${record.ended_because ?? ""}` };
  }
}

const facts = (record: Honour): Fact[] => [
  { label: "志愿者", value: <Link to={`/volunteers/volunteers/${record.volunteer_id}`}><VolunteerName id={record.volunteer_id} /></Link> },
  { label: "申请星级", value: starsOf(record.stars) },
  { label: "已确认时长", value: <><Duration minutes={record.minutes} /> <span className="muted">须满 <Duration minutes={record.needed_minutes} /></span></> },
  { label: "时长明细", value: <Link to={`/volunteers/hours?volunteer_id=${record.volunteer_id}&state=confirmed`}>已确认的时长</Link> },
  { label: "申请", value: record.organisation_id ? <><OrganisationName id={record.organisation_id} /> 代为申请</> : "本人或村（社区）" },
  { label: "申请时间", value: <Moment at={record.applied_at} /> },
  { label: "公示开始", value: <Moment at={record.publicised_at} /> },
  { label: "认定时间", value: <Moment at={record.granted_at} /> },
  ...(record.disqualified_until ? [{ label: "取消资格至", value: record.disqualified_until }] : []),
  { label: "申请说明", value: record.statement || "没有填写", wide: true },
  { label: "依据", value: `${record.source}${record.assumption ? "（含假设）" : ""}`, wide: true },
];

export default function HonourPage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={honour(id)}
      name={({ stars }) => `${starsOf(stars)}志愿者申请`}
      states={honourStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={next}
      facts={facts}
      consequences={() => ({ publication: "向全体公众公示至少五个工作日，姓名脱敏；公示期不能缩短。", grant: "按今天已确认的时长认定，认定后公开。" })}
      tabs={({ notice_id }) => (notice_id ? [{ key: "notice", label: "公示与异议", children: <NoticeOf desk={desk} id={notice_id} /> }] : [])}
      dialogs={{
        refusal: ({ record, ...asked }) => <EndingDialog honour={record} send={refuse} {...asked} />,
        revocation: ({ record, ...asked }) => <EndingDialog honour={record} send={revoke} {...asked} />,
      }}
    />
  );
}
