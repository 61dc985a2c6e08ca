/** ECharts with the parts we use and our theme, drawn as SVG so that it prints. */
import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, registerTheme, use as register, type EChartsCoreOption } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { chartTheme } from "./chartTheme";

register([BarChart, LineChart, ScatterChart, AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);
registerTheme("sanshe", chartTheme);

export interface ChartCanvasProps {
  option: EChartsCoreOption;
  /** One sentence that says what the plot shows. */
  label: string;
  height?: number;
}

export default function ChartCanvas({ option, label, height = 280 }: ChartCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chart = init(box.current, "sanshe", { renderer: "svg" });
    chart.setOption(option);
    const resizes = new ResizeObserver(() => chart.resize());
    resizes.observe(box.current as HTMLDivElement);
    return () => {
      resizes.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <div ref={box} role="img" aria-label={label} style={{ blockSize: height }} />;
}
