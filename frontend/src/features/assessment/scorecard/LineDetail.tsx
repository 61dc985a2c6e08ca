/** What was reported, checked, objected to and decided on one item, with the files and records that were named. */
import { Link } from "react-router";
import { pageOf } from "@/api/view";
import { FileLinks } from "@/ui/FileLinks";
import { Facts, type Fact } from "@/ui/Facts";
import { LinkedRecord } from "../evidence/LinkedRecord";
import type { Line } from "./queries";
import { pointsOf } from "./values";

const records = (hrefs: string[]) => hrefs.map((href, place) => <span key={href}>{place > 0 && "、"}<Link to={pageOf(href)}><LinkedRecord href={href} /></Link></span>);

function factsOf(line: Line): Fact[] {
  const { report, claimed_hundredths, attachment_ids, checked_hundredths, waived, check_reason, objection, objection_attachment_ids, upheld, decided_hundredths, decision } = line;
  return [
    ...(report ? [{ label: `自评${claimed_hundredths === null ? "" : ` ${pointsOf(claimed_hundredths)} 分`}`, value: report, wide: true }] : []),
    ...(attachment_ids.length > 0 ? [{ label: "佐证材料", value: <FileLinks service="assessment" ids={attachment_ids} /> }] : []),
    ...(line.records.length > 0 ? [{ label: "关联记录", value: records(line.records) }] : []),
    ...(checked_hundredths !== null || waived ? [{ label: waived ? "核定：不适用" : `核定 ${pointsOf(checked_hundredths)} 分`, value: check_reason ?? "—", wide: true }] : []),
    ...(objection ? [{ label: "异议", value: objection, wide: true }] : []),
    ...(objection_attachment_ids.length > 0 ? [{ label: "异议材料", value: <FileLinks service="assessment" ids={objection_attachment_ids} /> }] : []),
    ...(decision ? [{ label: upheld ? `异议成立，改为 ${pointsOf(decided_hundredths)} 分` : "异议不成立", value: decision, wide: true }] : []),
  ];
}

export const hasDetail = (line: Line) => factsOf(line).length > 0;

export const LineDetail = ({ of }: { of: Line }) => <Facts facts={factsOf(of)} />;
