/** A figure in words: never a value without its target, what is missing, what it is counted against and how it moves. */
import { percent } from "@/ui/amounts";
import type { FigureProps } from "@/ui/Figure";
import type { Tone } from "@/ui/StateTag";
import { aim, amount, counted, difference, divided, stepIn } from "../amounts";
import { lights } from "./indicators";
import type { Figure, Indicator } from "./queries";

/** What one more of is counted in. */
export const MISSING: Partial<Record<Indicator, string>> = {
  org_coverage: "个村（社区）",
  org_average: "个组织",
  org_avg_rural: "个组织",
  org_avg_urban: "个组织",
  category_balance: "个村（社区）",
  volunteer_ratio: "人",
  volunteer_active_ratio: "人",
  sw_per_10k: "个岗位",
  post_coverage: "个村（社区）",
  facility_coverage: "个村（社区）",
  needs_answered: "件",
  deliberation_closure: "场",
};

export const valueOf = ({ state, value, unit }: Figure): string =>
  state === "na" || value === null ? lights[state === "na" ? "na" : "no_data"].label : amount(unit, value);

/** `100 %`, `80 %（假设）` */
export function targetOf({ target, unit, state }: Figure): string | undefined {
  if (target.value === null || state === "na") return undefined;
  return aim(unit, target.value) + (target.assumption ? "（假设）" : "");
}

/** `2018-12-31 已到期` */
export const expiryOf = ({ target, state }: Figure) =>
  target.state === "expired" && state === "behind" && target.deadline ? `${target.deadline} 已到期` : undefined;

export function gapOf(figure: Figure): string | undefined {
  const { state, value, target, gap, missing, unit, indicator } = figure;
  if (target.value === null || value === null || gap === null || state === "na") return undefined;
  if (state === "ok") return "已达目标";
  const word = MISSING[indicator];
  if (missing && word) return `缺 ${counted(missing, word)}`;
  const { by, isSeen } = stepIn(unit, value, target.value);
  return `差 ${isSeen ? by : difference(unit, gap)}`;
}

/** Red is kept for what should have been reached by a day that has passed. */
export function toneOf({ state, target }: Figure): Tone {
  if (state === "ok") return target.value === null ? "neutral" : "good";
  if (state !== "behind") return "neutral";
  return target.state === "expired" ? "alarm" : "attention";
}

/** `，占 90.7 %；按 95 % 置信下限计 88.2 %`: a bound is not what the two numbers before it give. */
function boundOf({ unit, value, numerator, denominator, confidence }: Figure): string {
  if (confidence === null || value === null || numerator === null || !denominator) return "";
  return `，占 ${amount(unit, numerator / denominator.value)}；按 ${percent(confidence, 0)} 置信下限计 ${amount(unit, value)}`;
}

/** `412 / 592 适用目标的村(社区)` and its day; what is not a share says what it counts. */
export function denominatorOf(figure: Figure): [string, string | null] {
  const { name, unit, numerator, denominator, confidence } = figure;
  if (!denominator) return [name, null];
  return [`${confidence === null ? "" : "满意 "}${divided(unit, numerator, denominator)} ${denominator.name}${boundOf(figure)}`, denominator.on];
}

export function trendOf({ trend, target, unit }: Figure): FigureProps["trend"] {
  const known = trend.flatMap(({ on, value }) => (value === null ? [] : [{ on, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.length === 1) return undefined;
  const label = `${first.on} ${amount(unit, first.value)}，${last.on} ${amount(unit, last.value)}`;
  return { values: known.map(({ value }) => value), target: target.value ?? undefined, label };
}
