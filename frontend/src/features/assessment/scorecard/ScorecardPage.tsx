/** One town's card of a year: its points item by item, what was said of each, and who acts next. */
import { Button } from "antd";
import { Link, useNavigate, useParams } from "react-router";
import { save } from "@/api/files";
import { count } from "@/ui/amounts";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import { RecordPage } from "@/ui/RecordPage";
import { CorrectionDialog } from "./CorrectionDialog";
import { LinesTable } from "./LinesTable";
import { nextOfCard } from "./nextOfCard";
import { card, type Card } from "./queries";
import styles from "./Scorecard.module.css";
import { cardStates } from "./states";
import { Trail } from "./Trail";
import { isReweighted, pointsOf } from "./values";

const sources: Record<string, string> = { registry: "登记服务", projects: "项目服务", volunteers: "志愿服务" };

/** How far each service's log had been read: whoever makes the values again needs it, whoever judges them does not. */
function Grounds({ of: { positions, computed_at } }: { of: Card }) {
  const read = Object.entries(positions).map(([source, seq]) => `${sources[source] ?? source}前 ${count(seq)} 条`);
  return (
    <details className={styles.grounds}>
      <summary>依据</summary>
      计算时已收到的业务记录：{read.join("，")}。满意度调查，系统时钟 <Moment at={computed_at} /> 前结束的计入。按这些记录重新计算，结果相同。
    </details>
  );
}

function Exports({ of }: { of: Card }) {
  const { record } = of.links;
  return (
    <span className="on-screen-only">
      <Button size="small" onClick={() => window.print()}>打印</Button>{" "}
      {record && <Button size="small" onClick={() => void save(record, `考核评分-${of.year}-${of.unit_code}-${of.number}.json`)}>导出冻结记录</Button>}
    </span>
  );
}

const facts = (record: Card): Fact[] => [
  { label: "总分", value: <><strong className="figures">{pointsOf(record.total_hundredths)}</strong>{isReweighted(record) && "（有不适用项目，已折算）"}</> },
  { label: "考核期间", value: <span className="figures">{record.first_day} 至 {record.last_day}</span> },
  { label: "版本", value: record.number > 1 && record.links.replaces ? <>第 {record.number} 版，更正自<Link to={`/assessment/scorecards/${record.replaces_id}`}>上一版</Link></> : `第 ${record.number} 版` },
  { label: "考核方案", value: <Link to={`/assessment/schemes/${record.scheme_id}`}>项目、权重和计分方式</Link> },
  ...(record.correction ? [{ label: "更正原因", value: record.correction, wide: true }] : []),
  { label: "取值口径", value: <span className="figures">{record.last_day} 的数据</span> },
  { label: "取值依据", value: <Grounds of={record} />, wide: true },
];

const consequences = ({ lines }: Card) => ({
  confirmation: "上报后不能再改自评，由市级核定；退回后可再填写。",
  acceptance: "确认无异议后，结果即可冻结，不能再提异议。",
  freezing: "冻结后这张评分卡永不改变；以后发现的差错另出更正版本。",
  computation: `按目前已收到的数据重新计算 ${lines.length} 个项目的取值，自评不变。`,
});

export default function ScorecardPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const to = (form: string) => () => void navigate(`/assessment/scorecards/${id}/${form}`);
  return (
    <RecordPage
      question={card(id)}
      name={({ title }) => title}
      states={cardStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      number={(record) => <Exports of={record} />}
      next={nextOfCard}
      facts={facts}
      consequences={consequences}
      instead={() => ({ report: to("report"), check: to("check"), objection: to("objection"), decision: to("decision") })}
      dialogs={{ correction: (open) => <CorrectionDialog {...open} /> }}
      tabs={(record) => [
        { key: "lines", label: "评分表", children: <LinesTable of={record} /> },
        { key: "trail", label: "过程", children: <><div className="on-paper-only"><LinesTable of={record} /></div><Trail of={record} /></> },
      ]}
    />
  );
}
