/** One scheme: what is assessed by what, since when it is in force, and the way to its cards. */
import { Link, useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { StaffName } from "@/ui/StaffName";
import { ItemsTable } from "./ItemsTable";
import { scheme, type Scheme } from "./queries";
import { schemeStates } from "./states";

const waysOf = (year: number) => [{ label: "考核评分", to: `/assessment/scorecards?year=${year}` }, { label: "名次", to: `/assessment/rankings/${year}` }];

function next({ state, last_day, year, unit_ids }: Scheme): Waiting | undefined {
  switch (state) {
    case "draft":
      return { what: "核对后批准生效；生效后不能再改", who: "起草人以外的市级经办" };
    case "in_force":
      return { what: "年度结束后开始考核：逐个单位计算得分，由镇街自评", who: "市级经办", until: last_day };
    case "assessing":
      return { what: "各单位考核进行中", ways: waysOf(year).map((way, place) => ({ ...way, isMain: place === 0 })) };
    case "assessed":
      return { what: `${unit_ids.length} 个单位的评分均已冻结，名次已定；以后发现的差错另出更正版本`, ways: waysOf(year) };
  }
}

const facts = (record: Scheme): Fact[] => [
  { label: "考核年度", value: <span className="figures">{record.year}（{record.first_day} 至 {record.last_day}）</span> },
  { label: "被考核单位", value: `${record.unit_ids.length} 个` },
  { label: "自评期限", value: `${record.report_days} 个工作日` },
  { label: "异议期限", value: `${record.objection_days} 个工作日` },
  { label: "异议处理期限", value: `${record.decision_days} 个工作日` },
  { label: "起草", value: <><Moment at={record.drafted_at} /> {record.drafted_by && <StaffName id={record.drafted_by} />}</> },
  { label: "批准生效", value: record.adopted_at && <><Moment at={record.adopted_at} /> {record.adopted_by && <StaffName id={record.adopted_by} />}</> },
  { label: "性质", value: record.assumption ? "假设：没有文件直接规定" : "文件规定" },
  { label: "依据", value: record.source, wide: true },
];

const consequences = () => ({
  adoption: "批准后方案立即生效，项目、权重和计分方式不能再改。",
  scorecards: "将为每个单位按年末数据计算得分并开出评分卡，镇街随即填写自评。",
});

function UnitNames({ ids }: { ids: string[] }) {
  return <ul>{ids.map((id) => <li key={id}><Link to={`/registry/areas/${id}`}><AreaName id={id} /></Link></li>)}</ul>;
}

export default function SchemePage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  return (
    <RecordPage
      question={scheme(id)}
      name={({ title }) => title}
      states={schemeStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={next}
      facts={facts}
      consequences={consequences}
      instead={() => ({ revision: () => void navigate(`/assessment/schemes/${id}/revision`) })}
      tabs={(record) => [
        { key: "items", label: `考核项目 ${record.items.length}`, children: <ItemsTable of={record} /> },
        { key: "units", label: `被考核单位 ${record.unit_ids.length}`, children: <UnitNames ids={record.unit_ids} /> },
      ]}
    />
  );
}
