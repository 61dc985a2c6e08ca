/** 指标页: one indicator of an area — where it stands, how fast it has to move, how its parts compare, what it is made of. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { pageOf } from "@/api/view";
import { Answered } from "@/ui/Answered";
import { count } from "@/ui/amounts";
import { StateTag } from "@/ui/StateTag";
import { useTitle } from "@/ui/useTitle";
import { useOwnArea } from "../useOwnArea";
import { AreaTrail } from "./AreaTrail";
import { nameOf } from "./areaName";
import { AsOf } from "./AsOf";
import page from "./Dashboard.module.css";
import { DefinitionPanel } from "./DefinitionPanel";
import styles from "./Indicator.module.css";
import { IndicatorChooser } from "./IndicatorChooser";
import { indicatorPage, type IndicatorView } from "./indicatorQueries";
import { indicatorNames, isIndicator } from "./indicators";
import { OutsidePanel } from "./OutsidePanel";
import { paceOf, signalOf, signals } from "./pace";
import { fewOf } from "./parts";
import { Pictures } from "./Pictures";
import { dashboardPage, indicatorHref } from "./places";
import { tiles } from "./queries";
import { TrendPanel } from "./TrendPanel";
import { denominatorOf, targetOf, valueOf } from "./wording";

function Header({ of }: { of: IndicatorView }) {
  const navigate = useNavigate();
  const { indicator, as_of } = of.figure;
  return (
    <header className={page.header}>
      <div>
        <AreaTrail id={of.area_id} />
        <h1>{indicatorNames[indicator]} · {nameOf(of)}</h1>
      </div>
      <div className={page.asOf}>
        <IndicatorChooser value={indicator} onChange={(code) => void navigate(indicatorHref(code, of.area_id))} />
        <AsOf of={{ as_of, stopped: of.stopped }} />
        <Link className="on-screen-only" to={dashboardPage(of.area_id, indicator)}><Button>驾驶舱</Button></Link>
        <Button className="on-screen-only" onClick={() => window.print()}>打印</Button>
      </div>
    </header>
  );
}

/** That a figure rests on few of its parts; the pictures below ask for the same parts. */
function Few({ of: { area_id, level, figure } }: { of: IndicatorView }) {
  const { data } = useQuery({ ...tiles(area_id, figure.indicator), enabled: level !== "community" && figure.value !== null });
  const few = data && fewOf(data, level);
  return few && <p className="muted">{few}</p>;
}

function Stand({ of }: { of: IndicatorView }) {
  const { figure, definition } = of;
  const [target, [against, on]] = [targetOf(figure), denominatorOf(figure)];
  const isBlank = figure.state === "na" || figure.value === null;
  return (
    <section className={styles.stand} aria-label="现状">
      <div>
        <p className="muted">{definition.name}</p>
        <p className={styles.value}><strong className={isBlank ? "muted" : "figures"}>{valueOf(figure)}</strong>{target && <span className="muted"> / 目标 {target}</span>}</p>
        {figure.denominator && <p className="muted"><span className="figures">{against}</span> {on && <span className="figures">{on}</span>}</p>}
        {figure.asides.map(({ name, value }) => <p key={name} className="muted">另有{name} <span className="figures">{count(value)}</span> 个。</p>)}
        <Few of={of} />
      </div>
      <div>
        <StateTag states={signals} state={signalOf(figure)} />
        <ul className={styles.pace}>{paceOf(figure).map((each) => <li key={each}>{each}</li>)}</ul>
        <Link to={pageOf(figure.links.records)} className="on-screen-only">查看数据来源</Link>
      </div>
    </section>
  );
}

export default function IndicatorPage() {
  const own = useOwnArea();
  const { code = "" } = useParams();
  const [params] = useSearchParams();
  const area = params.get("area_id") ?? own;
  const indicator = isIndicator(code) ? code : "org_coverage";
  const asked = useQuery({ ...indicatorPage(area ?? "", indicator), enabled: area !== undefined });
  useTitle(asked.data && `${indicatorNames[indicator]} ${nameOf(asked.data)}`);
  return (
    <Answered query={asked} rows={14}>
      {(told) => (
        <article className={page.page} key={told.area_id + indicator}>
          <Header of={told} />
          <Stand of={told} />
          <TrendPanel of={told} />
          <Pictures of={told} />
          <OutsidePanel of={told} />
          <DefinitionPanel of={told} />
        </article>
      )}
    </Answered>
  );
}
