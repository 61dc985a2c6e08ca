/** The plot of a figure: two years of month ends, the target as a line, and what lies ahead with its range. */
import type { ChartCanvasProps } from "@/ui/ChartCanvas";
import { colour } from "@/ui/tokens";
import { amount, numberIn } from "../amounts";
import type { IndicatorView } from "./indicatorQueries";

interface Shown {
  seriesName?: string;
  data?: [string, number | "-"];
}

const FLOOR = "下限";
const RANGE = "区间";

/** A range is drawn as an invisible floor with its width stacked upon it. */
function aheadOf({ forecast, history }: IndicatorView): object[] {
  if (!forecast) return [];
  // The line sets out from the last month end: the month under way is not one yet.
  const from = history.at(-2);
  const start: [string, number][] = from?.value === null || from === undefined ? [] : [[from.on, from.value]];
  const range = { type: "line", showSymbol: false, silent: true, lineStyle: { opacity: 0 }, stack: "range" };
  const line = { type: "line", showSymbol: false, lineStyle: { type: "dashed", width: 2, color: colour.accent }, itemStyle: { color: colour.accent } };
  return [
    { name: FLOOR, ...range, data: [...start, ...forecast.points.map(({ on, low }) => [on, low])] },
    { name: RANGE, ...range, areaStyle: { color: colour.accent, opacity: 0.14 }, data: [...start.map(([on]) => [on, 0]), ...forecast.points.map(({ on, low, high }) => [on, high - low])] },
    { name: "预测", ...line, data: [...start, ...forecast.points.map(({ on, value }) => [on, value])] },
  ];
}

export function trendPlot(view: IndicatorView): ChartCanvasProps["option"] {
  const { figure, history } = view;
  const target = figure.state === "na" ? null : figure.target.value;
  const said = (points: Shown[]) =>
    points
      .filter(({ seriesName, data }) => seriesName !== FLOOR && seriesName !== RANGE && typeof data?.[1] === "number")
      .map(({ seriesName, data }) => `${data?.[0] ?? ""} ${seriesName ?? ""} ${amount(figure.unit, Number(data?.[1]))}`)
      .join("<br>");
  const targetLine = {
    silent: true,
    symbol: "none",
    lineStyle: { color: colour.ink, type: "dashed", width: 1 },
    label: { formatter: target === null ? "" : `目标 ${amount(figure.unit, target)}`, position: "insideStartTop", color: colour.ink },
    data: [{ yAxis: target }],
  };
  return {
    grid: { left: 8, right: 24, top: 24, bottom: 8, containLabel: true },
    tooltip: { trigger: "axis", formatter: said },
    xAxis: { type: "time", axisLabel: { formatter: "{yyyy}-{MM}", hideOverlap: true } },
    yAxis: {
      type: "value",
      ...(figure.indicator !== "budget_growth" && { min: 0 }),
      // The target is in sight even where everything still lies far below it.
      ...(target !== null && { max: ({ max }: { max: number }) => Math.max(max, target) * 1.08 }),
      axisLabel: { formatter: (value: number) => numberIn(figure.unit, value), showMaxLabel: false },
    },
    series: [
      { name: "实际", type: "line", data: history.map(({ on, value }) => [on, value ?? "-"]), symbolSize: 5, ...(target !== null && { markLine: targetLine }) },
      ...aheadOf(view),
    ],
  };
}

/** One sentence that says what the plot shows. */
export function plotLabel({ figure, history, definition }: IndicatorView): string {
  const known = history.flatMap(({ on, value }) => (value === null ? [] : [`${on} ${amount(figure.unit, value)}`]));
  const [first, last] = [known[0], known.at(-1)];
  return `${definition.name}两年走势${first && last ? `：${first}，${last}` : "：暂无数据"}`;
}
