/** How a figure has moved and where it goes: the plot, what is forecast and how sure that is, and the same as a table. */
import { Table } from "antd";
import { useMemo } from "react";
import { count, percent } from "@/ui/amounts";
import { Chart } from "@/ui/Chart";
import { Panel } from "@/ui/Panel";
import { amount } from "../amounts";
import styles from "./Indicator.module.css";
import type { IndicatorView } from "./indicatorQueries";
import { notForecast } from "./notForecast";
import { plotLabel, trendPlot } from "./trendPlot";

const HEIGHT = 300;

function Ahead({ of: { forecast, forecast_withheld, forecast_least_months, figure } }: { of: IndicatorView }) {
  const last = forecast?.points.at(-1);
  if (!forecast || !last) return forecast_withheld && <p className="muted">{notForecast[forecast_withheld](forecast_least_months)}</p>;
  const said = (value: number) => <span className="figures">{amount(figure.unit, value)}</span>;
  return (
    <>
      <p className={styles.ahead}>预测 <span className="figures">{last.on}</span> 为 <strong>{said(last.value)}</strong>，<span className="figures">{percent(forecast.confidence, 0)}</span> 区间 {said(last.low)} 至 {said(last.high)}。</p>
      <p className={`${styles.ahead} muted`}>{forecast.method}；依据 {count(forecast.months)} 个月末数，最多看 {count(forecast.points.length)} 个月；用同样方法回看过去，{count(forecast.tried)} 个区间中有 {count(forecast.held)} 个包含了后来的实际值。</p>
    </>
  );
}

function Months({ of: { history, forecast, figure } }: { of: IndicatorView }) {
  const said = (value: number) => amount(figure.unit, value);
  const rows = [
    ...history.map(({ on, value }) => ({ on, value: value === null ? "—" : said(value), what: "实际" })),
    ...(forecast?.points ?? []).map(({ on, value, low, high }) => ({ on, value: `${said(value)}（${said(low)} 至 ${said(high)}）`, what: "预测" })),
  ];
  return (
    <details className={styles.table}>
      <summary>以表格查看</summary>
      <Table
        rowKey={({ on, what }) => on + what}
        size="small"
        pagination={false}
        dataSource={rows}
        columns={[
          { title: "日期", dataIndex: "on", className: "figures" },
          { title: "数值", dataIndex: "value", align: "right", className: "figures" },
          { title: "性质", dataIndex: "what" },
        ]}
      />
    </details>
  );
}

export function TrendPanel({ of }: { of: IndicatorView }) {
  const option = useMemo(() => trendPlot(of), [of]);
  return (
    <Panel title="两年走势与预测">
      <Chart option={option} label={plotLabel(of)} height={HEIGHT} />
      <Ahead of={of} />
      <Months of={of} />
    </Panel>
  );
}
