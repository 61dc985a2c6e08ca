/** The facts of a notice. */
import type { Fact } from "../Facts";
import { Moment } from "../Moment";
import { dayOf } from "../times";
import { lastDay } from "./lastDay";
import type { Notice } from "./desk";
import { confirmed, noticeKinds } from "./states";

const PRESET = "待本地规定替换";

/** Those that were answered count as well: a notice that was objected to does not read as if nobody had. */
function objectionsTo({ objections_waiting: waiting, objections_upheld: upheld, objections_dismissed: dismissed }: Notice) {
  const all = waiting + upheld + dismissed;
  return all === 0 ? "没有人提出异议" : `共 ${all} 件：待答复 ${waiting} 件，成立 ${upheld} 件，不成立 ${dismissed} 件`;
}

export const factsOfNotice = (notice: Notice): Fact[] => [
  { label: "公示内容", value: notice.text, wide: true },
  { label: "事项", value: noticeKinds[notice.kind] },
  { label: "公示期", value: <span className="figures">{dayOf(notice.opened_at)} 至 {lastDay(notice.closes_at)}</span> },
  ...(notice.confirmed_at ? [{ label: confirmed[notice.kind], value: <Moment at={notice.confirmed_at} /> }] : []),
  { label: "异议", value: objectionsTo(notice) },
  { label: "期限依据", value: notice.assumption && !notice.source.includes(PRESET) ? `${notice.source}（${PRESET}）` : notice.source },
  ...(notice.withdrawn_because ? [{ label: "撤回原因", value: notice.withdrawn_because, wide: true }] : []),
];
