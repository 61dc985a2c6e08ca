/** The facts of a notice. */
import type { Fact } from "../Facts";
import { dayOf } from "../times";
import { lastDay } from "./lastDay";
import type { Notice } from "./desk";
import { noticeKinds } from "./states";

export const factsOfNotice = (notice: Notice): Fact[] => [
  { label: "公示内容", value: notice.text, wide: true },
  { label: "事项", value: noticeKinds[notice.kind] },
  { label: "公示期", value: <span className="figures">{dayOf(notice.opened_at)} 至 {lastDay(notice.closes_at)}</span> },
  { label: "异议", value: `待答复 ${notice.objections_waiting} 件，成立 ${notice.objections_upheld} 件` },
  { label: "期限依据", value: `${notice.source}${notice.assumption ? "（假设）" : ""}` },
  ...(notice.withdrawn_because ? [{ label: "撤回原因", value: notice.withdrawn_because, wide: true }] : []),
];
