/** What other systems count, beside our own and never in it. */
import { Link } from "react-router";
import { count } from "@/ui/amounts";
import { OnlyFor } from "@/ui/OnlyFor";
import { Panel } from "@/ui/Panel";
import { countNames } from "../outside_count/messages";
import { targetSetters } from "../roles";
import styles from "./Indicator.module.css";
import type { IndicatorView } from "./indicatorQueries";
import type { Indicator } from "./queries";

/** The figures that others count something like. */
const COUNTED_ELSEWHERE = new Set<Indicator>(["volunteer_ratio", "volunteer_active_ratio", "hours", "hours_per_head", "org_total", "sw_per_10k"]);

export function OutsidePanel({ of: { outside, figure, area_id } }: { of: IndicatorView }) {
  if (!COUNTED_ELSEWHERE.has(figure.indicator)) return null;
  const enter = <OnlyFor roles={targetSetters}><Link className="on-screen-only" to={`/assessment/outside-counts/new?area_id=${area_id}`}>登记外部统计数</Link></OnlyFor>;
  return (
    <Panel title="外部统计数（只作对照，不并入）" extra={enter}>
      {outside.length === 0 && <p className="muted">还没有登记这一片区的外部统计数，例如 i志愿的注册志愿者证数。</p>}
      <ul className={styles.outside}>
        {outside.map(({ id, system, counts, value, counted_on, source }) => (
          <li key={id}>
            <Link to={`/assessment/outside-counts/${id}`}>{system} · {countNames[counts]}</Link>
            <strong className="figures">{count(value)}</strong>
            <span className="muted"><span className="figures">{counted_on}</span> {source}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
