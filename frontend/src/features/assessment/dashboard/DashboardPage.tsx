/** 驾驶舱: how an area stands, where its loop is stuck, and what has changed; each figure opens its records. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { useTitle } from "@/ui/useTitle";
import { useOwnArea } from "../useOwnArea";
import { AllFigures } from "./AllFigures";
import { AreaTrail } from "./AreaTrail";
import { nameOf } from "./areaName";
import { AsOf } from "./AsOf";
import { ChangesPanel } from "./ChangesPanel";
import { CityParts } from "./CityParts";
import styles from "./Dashboard.module.css";
import { Grounds } from "./Grounds";
import { Headline } from "./Headline";
import { LoopPanel } from "./LoopPanel";
import { screenHref } from "./places";
import { dashboard, type Dashboard } from "./queries";
import { TownParts } from "./TownParts";
import { WaitingForMe } from "./WaitingForMe";

function Header({ of }: { of: Dashboard }) {
  return (
    <header className={styles.header}>
      <div>
        <AreaTrail id={of.area_id} />
        <h1>三社联动 · {nameOf(of)}</h1>
      </div>
      <div className={styles.asOf}>
        <WaitingForMe />
        <AsOf of={of} />
        {of.level !== "community" && <Link className="on-screen-only" to={screenHref(of.area_id)}><Button>大屏</Button></Link>}
        <Button className="on-screen-only" onClick={() => window.print()}>打印</Button>
      </div>
    </header>
  );
}

function Parts({ of }: { of: Dashboard }) {
  if (of.level === "city") return <CityParts of={of} />;
  return of.level === "township" ? <TownParts of={of} /> : null;
}

export default function DashboardPage() {
  const own = useOwnArea();
  const { areaId = own } = useParams();
  const asked = useQuery({ ...dashboard(areaId ?? ""), enabled: areaId !== undefined });
  useTitle(asked.data && `驾驶舱 ${nameOf(asked.data)}`);
  return (
    <Answered query={asked} rows={14}>
      {(told) => (
        <article className={styles.page} key={told.area_id}>
          <Header of={told} />
          <Headline figures={told.figures} />
          <Parts of={told} />
          <LoopPanel areaId={told.area_id} />
          <ChangesPanel figures={told.figures} />
          <AllFigures figures={told.figures} />
          <Grounds figures={told.figures} />
        </article>
      )}
    </Answered>
  );
}
