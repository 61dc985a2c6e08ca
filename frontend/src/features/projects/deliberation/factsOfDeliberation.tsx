/** The facts of a deliberation, as everybody may read them and as those who convene it do. */
import { Link } from "react-router";
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import { PapersOf } from "../PapersOf";
import { CategoryOfTopic } from "./CategoryOfTopic";
import { daysBefore } from "./nextOfDeliberation";
import { attendance } from "./parties";
import type { Deliberation, OpenDeliberation, Rule } from "./queries";
import { forms, outcomes } from "./states";

const prose = (text: string) => <span style={{ whiteSpace: "pre-line" }}>{text}</span>;

type Shown = Pick<OpenDeliberation, "category" | "form" | "place" | "meets_at" | "invited" | "present" | "state" | "outcome" | "conclusion" | "description">;

export const openFacts = (of: Shown): Fact[] => [
  { label: "议题类别", value: <CategoryOfTopic code={of.category} /> },
  { label: "协商形式", value: forms[of.form] },
  { label: "会议时间", value: <Moment at={of.meets_at} /> },
  { label: "会议地点", value: of.place },
  { label: "参与人数", value: attendance(of), wide: true },
  ...(of.outcome ? [{ label: "协商结果", value: outcomes[of.outcome], wide: true }] : []),
  ...(of.conclusion ? [{ label: "协商意见", value: prose(of.conclusion), wide: true }] : []),
  { label: "议题说明", value: of.description && prose(of.description), wide: true },
];

function noticeOf({ notified_at, meets_at }: Deliberation, rule: Rule | undefined) {
  const asked = rule && `（须提前 ${rule.notice_days} 天${rule.assumption ? "，暂无文件规定" : ""}）`;
  return notified_at ? <><Moment at={notified_at} />，提前 {daysBefore(notified_at, meets_at)} 天{asked}</> : <>尚未通知{asked}</>;
}

export const factsOf = (of: Deliberation, rule: Rule | undefined): Fact[] => [
  ...openFacts(of),
  { label: "会议通知", value: noticeOf(of, rule) },
  { label: "举行登记", value: <Moment at={of.held_at} /> },
  ...(of.continues_id ? [{ label: "继续协商", value: <Link to={`/projects/deliberations/${of.continues_id}`}>村（社区）报请的协商</Link> }] : []),
  ...(of.minutes ? [{ label: "发言摘要", value: prose(of.minutes), wide: true }] : []),
  ...(of.minutes ? [{ label: "不同意见", value: of.dissent ? prose(of.dissent) : "没有", wide: true }] : []),
  ...(of.held_at ? [{ label: "会议材料", value: <PapersOf id={of.id} />, wide: true }] : []),
];
