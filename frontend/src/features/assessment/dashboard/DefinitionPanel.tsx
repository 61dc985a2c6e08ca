/** What the indicator is: formula, numerator and denominator, whose facts it counts, and by which text. */
import { count, tenThousandYuan } from "@/ui/amounts";
import { Facts, type Fact } from "@/ui/Facts";
import { Panel } from "@/ui/Panel";
import type { IndicatorView } from "./indicatorQueries";
import { sourceNames } from "./sources";

const windows = { day: "截至当日", rolling: "近 12 个月，当月在内", year: "本年度累计" } as const;

const toldBy = (facts: string[]) => [...new Set(facts.map((fact) => sourceNames[fact.split(".")[0] ?? ""] ?? fact))].join("、");

const marked = (source: string, isAssumed: boolean) => (isAssumed ? `${source}（假设）` : source);

function factsOf({ definition, figure: { denominator, target } }: IndicatorView): Fact[] {
  const today = denominator && `${denominator.name} ${denominator.kind === "fen" ? `${tenThousandYuan(denominator.value)} 万元` : count(denominator.value)}${denominator.on ? `（${denominator.on}）` : ""}，${denominator.source}`;
  return [
    { label: "公式", value: definition.formula, wide: true },
    { label: "分子", value: definition.numerator },
    { label: "分母", value: definition.denominator ?? "不是比值，没有分母" },
    ...(today ? [{ label: "现用分母", value: today, wide: true }] : []),
    { label: "期间", value: windows[definition.window] },
    { label: "数据来自", value: toldBy(definition.facts) },
    { label: "口径说明", value: definition.caution, wide: true },
    { label: "指标依据", value: marked(definition.source, definition.assumption), wide: true },
    ...(target.source ? [{ label: "目标依据", value: marked(target.source, target.assumption), wide: true }] : []),
  ];
}

export function DefinitionPanel({ of }: { of: IndicatorView }) {
  return <Panel title="指标定义"><Facts facts={factsOf(of)} /></Panel>;
}
