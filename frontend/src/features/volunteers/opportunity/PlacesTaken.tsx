/** How many of the places are taken. */
import { Progress } from "antd";
import type { Opportunity } from "./queries";

export function PlacesTaken({ of: { taken, capacity } }: { of: Opportunity }) {
  return (
    <span style={{ display: "inline-grid", gridTemplateColumns: "72px 96px", alignItems: "center", gap: 8 }}>
      <span className="figures">{taken} / {capacity}</span>
      <Progress percent={(100 * taken) / Math.max(1, capacity)} showInfo={false} size="small" aria-label={`已报名 ${taken}，名额 ${capacity}`} />
    </span>
  );
}
