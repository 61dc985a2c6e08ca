/** A plot; ECharts is fetched only when a page has one. */
import { lazy, Suspense } from "react";
import type { ChartCanvasProps } from "./ChartCanvas";

const Canvas = lazy(() => import("./ChartCanvas"));

export function Chart(props: ChartCanvasProps) {
  return (
    <Suspense fallback={<div style={{ blockSize: props.height ?? 280 }} />}>
      <Canvas {...props} />
    </Suspense>
  );
}
