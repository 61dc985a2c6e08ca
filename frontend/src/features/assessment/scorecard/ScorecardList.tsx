/** 考核评分: every unit's card with its state and points; a town sees its own. */
import { Button } from "antd";
import { Link, useSearchParams } from "react-router";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { StateTag } from "@/ui/StateTag";
import { cards, type CardHead, type CardQuery } from "./queries";
import { cardStates } from "./states";
import { isReweighted, pointsOf } from "./values";

const BACK = 5;

const years = () => {
  const now = new Date().getFullYear();
  return Array.from({ length: BACK }, (_none, by) => ({ value: String(now - by), label: `${now - by} 年度` }));
};

const filters: Filter<CardQuery>[] = [
  { name: "year", label: "年度", kind: "select", options: years() },
  { name: "state", label: "状态", kind: "select", options: choices(cardStates) },
  { name: "area_id", label: "镇街、园区", kind: "area" },
];

/** The day by which whoever is next has to act. */
const dueOf = ({ state, report_by, object_until, decide_by }: CardHead) =>
  ({ reporting: report_by, announced: object_until, objected: decide_by, checking: null, settled: null, frozen: null })[state];

function versionOf({ number, links }: CardHead): string {
  if (links.replaced_by) return `（第 ${number} 版，已由第 ${number + 1} 版取代）`;
  return number > 1 || links.corrected_by ? `（第 ${number} 版${links.corrected_by ? "，更正中" : ""}）` : "";
}

const columns: Column<CardHead>[] = [
  { key: "unit", title: "单位", value: ({ unit_name, unit_code }) => unit_name ?? unit_code },
  { key: "year", title: "年度", value: (head) => <span className="figures">{head.year}{versionOf(head)}</span> },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={cardStates} state={state} /> },
  { key: "total", title: "总分", value: ({ total_hundredths }) => pointsOf(total_hundredths), number: true },
  { key: "weight", title: "折算", value: (head) => (isReweighted(head) ? `适用 ${head.applicable_weight} 分` : "—") },
  { key: "due", title: "期限", value: (head) => <span className="figures">{dueOf(head) ?? "—"}</span> },
];

export default function ScorecardList() {
  const [params] = useSearchParams();
  return (
    <ListPage
      title="考核评分"
      list={cards}
      columns={columns}
      filters={filters}
      fixed={fixedBy<CardQuery>(params, ["scheme_id"])}
      open={({ id }) => `/assessment/scorecards/${id}`}
      acts={<Link to="/assessment/rankings"><Button>名次</Button></Link>}
      empty={{ title: "还没有考核评分", advice: "考核方案生效、年度结束后，市级经办在方案页开始考核，各单位的评分卡会列在这里。" }}
    />
  );
}
