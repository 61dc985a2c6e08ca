/** The facts of an hours entry. */
import { Link } from "react-router";
import { pageOf } from "@/api/view";
import type { Fact } from "@/ui/Facts";
import { Hours as Duration } from "@/ui/Hours";
import { Moment } from "@/ui/Moment";
import { StaffName } from "@/ui/StaffName";
import { VolunteerName } from "../PersonName";
import { Span } from "../Span";
import { Marks } from "./Marks";
import type { Hours } from "./queries";
import { sources } from "./states";

const EVIDENCE: Record<Hours["source"], string> = { attendance: "签到记录", manual: "被更正的时长", counter: "被冲正的时长" };

const evidence = ({ links, source }: Hours) => links.evidence && <Link to={pageOf(links.evidence)}>{EVIDENCE[source]}</Link>;

export const factsOfHours = (record: Hours): Fact[] => [
  { label: "志愿者", value: <Link to={`/volunteers/volunteers/${record.volunteer_id}`}><VolunteerName id={record.volunteer_id} /></Link> },
  { label: "时长", value: <Duration minutes={record.minutes} /> },
  { label: "服务时间", value: <Span of={record} /> },
  { label: "活动", value: <Link to={`/projects/activities/${record.activity_id}`}>{record.title}</Link> },
  { label: "来源", value: sources[record.source] },
  { label: "依据", value: evidence(record) ?? "没有签到记录" },
  { label: "标记", value: <Marks of={record} /> },
  ...(record.checked_at ? [{ label: "抽查核对", value: <Moment at={record.checked_at} /> }] : []),
  { label: "提出时间", value: <Moment at={record.proposed_at} /> },
  ...(record.vouched_by ? [{ label: "证明在场的人", value: <StaffName id={record.vouched_by} /> }] : []),
  { label: "第二人", value: record.second_account_id && <StaffName id={record.second_account_id} /> },
  { label: "办理时间", value: <Moment at={record.decided_at} /> },
  ...(record.because ? [{ label: record.source === "counter" ? "冲正理由" : "补录理由", value: record.because, wide: true }] : []),
  ...(record.objection ? [{ label: record.state === "returned" ? "退回理由" : "本人异议", value: record.objection, wide: true }] : []),
];
