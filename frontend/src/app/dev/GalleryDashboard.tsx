/** The leadership dashboard's parts. */
import { useState } from "react";
import { percent } from "@/ui/amounts";
import { Chart } from "@/ui/Chart";
import { Figure } from "@/ui/Figure";
import { FigureRow } from "@/ui/FigureRow";
import { LoopLine } from "@/ui/LoopLine";
import { Panel } from "@/ui/Panel";
import { Provenance } from "@/ui/Provenance";
import { RankedBars } from "@/ui/RankedBars";
import { TileGrid } from "@/ui/TileGrid";
import { units } from "./invented";

const months = ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月"];
const plot = {
  xAxis: { type: "category", data: months },
  yAxis: { type: "value" },
  tooltip: { trigger: "axis" },
  legend: {},
  series: [
    { type: "bar", name: "志愿服务小时", data: [3200, 2100, 5200, 6100, 7400, 8200, 9900, 10100, 11800, 12900, 13400] },
    { type: "line", name: "去年同期", data: [2800, 2000, 4100, 5000, 6000, 6700, 7900, 8800, 9100, 9900, 10800] },
  ],
};

export function GalleryDashboard() {
  const [active, setActive] = useState<string | null>(null);
  const shared = { units, label: "社区社会组织达标率", target: 0.7, format: (share: number) => percent(share), active, onActive: setActive, hrefOf: (code: string) => `/assessment/towns/${code}` };
  return (
    <div style={{ display: "grid", gap: 24 }}>
      <h1>三社联动 · 东莞市</h1>
      <FigureRow>
        <Figure name="社区社会组织达标" value="412 / 592" target="70 %" gap="已达 69.6 %，缺 3 个社区" tone="attention" denominator="村（社区）592 个 · 2019-10-31" trend={{ values: [51, 55, 58, 61, 64, 66, 69.6], target: 70, label: "近七月上升" }} asOf="2026-11-23 09:00" to="/" />
        <Figure name="志愿者占比" value="11.2 %" target="13 %" gap="缺 18.8 万人" tone="alarm" denominator="常住人口 1,046.66 万 · 七普 2020-11-01" trend={{ values: [9.4, 9.9, 10.1, 10.6, 10.8, 11.0, 11.2], target: 13, label: "近七月上升" }} asOf="2026-11-23 09:00" to="/" />
        <Figure name="项目满意度（下限）" value="87.4 %" target="80 %" gap="超 7.4 个百分点" tone="good" denominator="答卷 1,284 份 · 2026 年" asOf="2026-11-23 09:00" to="/" />
        <Figure name="资金执行" value="63 %" target="75 %" gap="未支付 412.60 万元" tone="attention" denominator="合同额 1,115.20 万元 · 2026 年" asOf="2026-11-23 09:00" to="/" />
        <Figure name="待我处理" value="3" gap="1 件已逾期" tone="alarm" asOf="2026-11-23 09:00" to="/" />
      </FigureRow>
      <div style={{ display: "grid", gap: 24, gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 480px), 1fr))" }}>
        <Panel title="各镇街（园区）达标率"><TileGrid {...shared} /></Panel>
        <Panel title="由高到低"><RankedBars {...shared} /></Panel>
      </div>
      <Panel title="今年的联动">
        <LoopLine
          label="今年的联动"
          stages={[
            { label: "需求", count: "1,204", to: "/" },
            { label: "项目", count: "316", to: "/", stuck: { text: "平均停留 18 天", tone: "attention" } },
            { label: "合同", count: "142", to: "/", stuck: { text: "平均停留 41 天", tone: "alarm" } },
            { label: "活动", count: "2,310", to: "/" },
            { label: "服务小时", count: "11.8 万", to: "/" },
            { label: "验收", count: "97", to: "/", stuck: { text: "平均停留 12 天", tone: "neutral" } },
            { label: "支付", count: "88", to: "/" },
          ]}
        />
      </Panel>
      <Panel title="志愿服务小时"><Chart option={plot} label="志愿服务小时逐月上升，十一月 13,400 小时" /></Panel>
      <Provenance source="考核服务 · 指标读模型" asOf="2026-11-23 09:00" note="演示数据" />
    </div>
  );
}
