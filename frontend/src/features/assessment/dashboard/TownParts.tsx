/** The communities of a town: one indicator ranked, and each with its organisations against the least number. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useState } from "react";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { RankedBars } from "@/ui/RankedBars";
import { AboutParts } from "./AboutParts";
import { Communities } from "./Communities";
import styles from "./Dashboard.module.css";
import { IndicatorChooser } from "./IndicatorChooser";
import { tiles, type Dashboard } from "./queries";
import { Standing } from "./Standing";
import { picturesOf } from "./unitsOf";
import { useIndicator } from "./useIndicator";

export function TownParts({ of }: { of: Dashboard }) {
  const [indicator, choose] = useIndicator("org_total");
  const [active, setActive] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(tiles(of.area_id, indicator));
  const figure = of.figures.find((each) => each.indicator === indicator);
  return (
    <div className={styles.pair}>
      <Panel title="各村（社区）" extra={<IndicatorChooser value={indicator} onChange={choose} />}>
        {figure && <Standing of={figure} />}
        {data && <AboutParts of={data} level={of.level} />}
        {error && <ProblemAlert error={error} onReload={() => void refetch()} />}
        {!data && !error && <Skeleton active={false} paragraph={{ rows: 10 }} />}
        {data?.items.length === 0 && <EmptyState title="没有下辖的村（社区）" />}
        {data && data.items.length > 0 && <RankedBars {...picturesOf(data)} active={active} onActive={setActive} />}
      </Panel>
      <Communities of={of.area_id} active={active} onActive={setActive} />
    </div>
  );
}
