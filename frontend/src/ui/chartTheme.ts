/** The one ECharts theme, from the tokens. */
import { colour, font, gapScale } from "./tokens";

const axis = {
  axisLine: { lineStyle: { color: colour.rule } },
  axisTick: { show: false },
  axisLabel: { color: colour.muted },
  splitLine: { lineStyle: { color: colour.rule } },
};

export const chartTheme = {
  color: [colour.accent, colour.attention, colour.good, colour.muted, colour.alarm],
  textStyle: { fontFamily: font.family, color: colour.ink },
  grid: { left: 8, right: 16, top: 40, bottom: 8, containLabel: true },
  categoryAxis: { ...axis, splitLine: { show: false } },
  valueAxis: { ...axis, axisLine: { show: false } },
  timeAxis: axis,
  line: { symbolSize: 5, lineStyle: { width: 2 } },
  bar: { barMaxWidth: 24 },
  visualMap: { inRange: { color: [...gapScale] } },
  legend: { top: 0, right: 0, textStyle: { color: colour.muted } },
  animation: false,
};
