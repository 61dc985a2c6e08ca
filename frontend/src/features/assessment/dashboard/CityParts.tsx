/** One indicator of the 36 units, as a map of tiles and ranked; what is touched in one lights up in the other. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useState } from "react";
import { Panel } from "@/ui/Panel";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { RankedBars } from "@/ui/RankedBars";
import { TileGrid } from "@/ui/TileGrid";
import { AboutParts } from "./AboutParts";
import styles from "./Dashboard.module.css";
import { IndicatorChooser } from "./IndicatorChooser";
import { tiles, type Dashboard } from "./queries";
import { Standing } from "./Standing";
import { picturesOf, titleOf } from "./unitsOf";
import { useIndicator } from "./useIndicator";

export function CityParts({ of }: { of: Dashboard }) {
  const [indicator, choose] = useIndicator("org_coverage");
  const [active, setActive] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(tiles(of.area_id, indicator));
  const figure = of.figures.find((each) => each.indicator === indicator);
  const shared = data && { ...picturesOf(data), active, onActive: setActive };
  return (
    <div className={styles.pair}>
      <Panel title="各镇街（园区）" extra={<IndicatorChooser value={indicator} onChange={choose} />}>
        {figure && <Standing of={figure} />}
        {data && <AboutParts of={data} level={of.level} />}
        {error && <ProblemAlert error={error} onReload={() => void refetch()} />}
        {shared ? <TileGrid {...shared} /> : !error && <Skeleton active={false} paragraph={{ rows: 10 }} />}
      </Panel>
      <Panel title={`由高到低 · ${titleOf(indicator, figure?.unit ?? "")}`}>
        {shared ? <RankedBars {...shared} /> : !error && <Skeleton active={false} paragraph={{ rows: 12 }} />}
      </Panel>
    </div>
  );
}
