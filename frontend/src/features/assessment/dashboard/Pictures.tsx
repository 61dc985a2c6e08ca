/** One indicator of the parts of an area: of the city as a map of tiles and ranked, of a town ranked. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useState } from "react";
import { Panel } from "@/ui/Panel";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { RankedBars } from "@/ui/RankedBars";
import { TileGrid } from "@/ui/TileGrid";
import page from "./Dashboard.module.css";
import type { IndicatorView } from "./indicatorQueries";
import { ownTargetsOf } from "./parts";
import { indicatorHref } from "./places";
import { tiles } from "./queries";
import { picturesOf, titleOf } from "./unitsOf";

export function Pictures({ of: { area_id, level, figure } }: { of: IndicatorView }) {
  const [active, setActive] = useState<string | null>(null);
  const { data, error, refetch } = useQuery({ ...tiles(area_id, figure.indicator), enabled: level !== "community" });
  if (level === "community") return null;
  if (error) return <ProblemAlert error={error} onReload={() => void refetch()} />;
  if (!data) return <Skeleton active={false} paragraph={{ rows: 8 }} />;
  const ids = new Map(data.items.map(({ code, id }) => [code, id]));
  const hrefOf = (code: string) => indicatorHref(figure.indicator, ids.get(code) ?? "");
  const own = ownTargetsOf(data, level);
  const about = own && <p className="muted">{own}</p>;
  const shared = { ...picturesOf(data), active, onActive: setActive, hrefOf };
  const bars = <Panel title={`由高到低 · ${titleOf(figure.indicator, figure.unit)}`}>{level !== "city" && about}<RankedBars {...shared} /></Panel>;
  if (level !== "city") return bars;
  return (
    <div className={page.pair}>
      <Panel title="各镇街（园区）">{about}<TileGrid {...shared} /></Panel>
      {bars}
    </div>
  );
}
