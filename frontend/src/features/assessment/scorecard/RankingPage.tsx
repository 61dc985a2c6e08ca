/** 年度名次: the points of the cards that are frozen, as a picture and as a table; nothing of what they are made of. */
import { useQuery } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { Link, useNavigate, useParams } from "react-router";
import { pageOf } from "@/api/view";
import { Answered } from "@/ui/Answered";
import { AreaName } from "@/ui/AreaName";
import { useAreas } from "@/ui/areas";
import { EmptyState } from "@/ui/EmptyState";
import { Moment } from "@/ui/Moment";
import { Panel } from "@/ui/Panel";
import { RankedBars } from "@/ui/RankedBars";
import { shortName } from "@/ui/units";
import { useTitle } from "@/ui/useTitle";
import { WideTable } from "@/ui/WideTable";
import { schemes } from "../scheme/queries";
import { points } from "../scheme/scoring";
import { ranking, type Ranked, type Ranking } from "./queries";
import styles from "./Scorecard.module.css";
import { isReweighted } from "./values";

const MARK = "＊";
const FULL = 10_000;

function Bars({ of }: { of: Ranking }) {
  const { data = [] } = useAreas();
  const named = new Map(data.map((area) => [area.id, area]));
  const units = of.items.map((ranked) => {
    const area = named.get(ranked.area_id);
    const name = shortName(area?.name ?? area?.code ?? "") + (isReweighted(ranked) ? MARK : "");
    return { code: ranked.area_id, name, value: ranked.total_hundredths, state: "ok" as const, rank: ranked.rank };
  });
  const cards = new Map(of.items.map(({ area_id, links }) => [area_id, links.scorecard]));
  const hrefOf = (areaId: string) => {
    const own = cards.get(areaId);
    return own ? pageOf(own) : `/dashboard/${areaId}`;
  };
  return <RankedBars units={units} label={`${of.year} 年度得分`} target={null} full={FULL} format={points} hrefOf={hrefOf} />;
}

function Table({ of }: { of: Ranking }) {
  return (
    <WideTable<Ranked>
      label="名次"
      rowKey="area_id"
      dataSource={of.items}
      columns={[
        { title: "名次", align: "right", render: (_rank: unknown, { rank }) => <span className="figures">{rank}</span> },
        { title: "单位", render: (_unit: unknown, { area_id, links }) => (links.scorecard ? <Link to={pageOf(links.scorecard)}><AreaName id={area_id} /></Link> : <AreaName id={area_id} />) },
        { title: "总分", align: "right", render: (_points: unknown, { total_hundredths }) => <strong className="figures">{points(total_hundredths)}</strong> },
        { title: "折算", render: (_weight: unknown, ranked) => (isReweighted(ranked) ? `适用 ${ranked.applicable_weight} 分，折算为 100 分` : "—") },
        { title: "版本", render: (_number: unknown, { number }) => `第 ${number} 版` },
        { title: "冻结", render: (_frozen: unknown, { frozen_at }) => <Moment at={frozen_at} /> },
      ]}
    />
  );
}

function Shown({ of }: { of: Ranking }) {
  if (of.items.length === 0) return <EmptyState title="还没有冻结的评分" advice={`${of.units} 个单位的评分冻结后，名次会显示在这里。`} />;
  return (
    <>
      <p>已冻结 {of.frozen} / {of.units} 个单位；得分相同的并列。{of.items.some(isReweighted) && `带${MARK}的有不适用项目，其分值由其他项目按比例分担。`}</p>
      <Panel title={`${of.year} 年度得分，由高到低`}><Bars of={of} /></Panel>
      <Panel title="名次表"><Table of={of} /></Panel>
    </>
  );
}

function OfYear({ year }: { year: number }) {
  const query = useQuery(ranking(year));
  return <Answered query={query} rows={12}>{(of) => <Shown of={of} />}</Answered>;
}

export default function RankingPage() {
  const named = Number(useParams().year) || undefined;
  const navigate = useNavigate();
  const { data } = useQuery({ queryKey: [...schemes.key, "all"], queryFn: () => schemes.page({}) });
  useTitle("考核名次");
  const years = data?.items.filter(({ state }) => state === "assessing" || state === "assessed").map(({ year }) => year) ?? [];
  const year = named ?? years[0];
  return (
    <div className={styles.page}>
      <h1>考核名次</h1>
      <div className={`${styles.tools} on-screen-only`}>
        <Select aria-label="考核年度" value={year} placeholder="年度" options={years.map((each) => ({ value: each, label: `${each} 年度` }))} onChange={(chosen: number) => void navigate(`/assessment/rankings/${chosen}`)} />
        <Button onClick={() => window.print()}>打印</Button>
      </div>
      {year !== undefined && <OfYear year={year} />}
      {year === undefined && data && <EmptyState title="还没有考核年度" advice="考核方案生效、年度结束后，市级经办在方案页开始考核。" />}
    </div>
  );
}
