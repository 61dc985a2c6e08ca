/** The pace that a figure needs and the one it has, in sentences and as a word with a colour. */
import { count } from "@/ui/amounts";
import type { States } from "@/ui/StateTag";
import { counted, difference } from "../amounts";
import type { Pace } from "./indicatorQueries";
import type { Figure } from "./queries";
import { gapOf, MISSING } from "./wording";

/** The traffic light: the word says it, the colour repeats it. */
export type Signal = Pace["standing"] | "na" | "no_data" | "no_target";

export const signals: States<Signal> = {
  reached: { label: "达标", tone: "good" },
  on_track: { label: "未达标，按目前速度可如期达到", tone: "active" },
  too_slow: { label: "未达标，按目前速度不能如期达到", tone: "attention" },
  overdue: { label: "到期未达标", tone: "alarm" },
  no_deadline: { label: "未达标，没有期限", tone: "attention" },
  unknown: { label: "未达标，还看不出速度", tone: "attention" },
  no_target: { label: "没有设定目标", tone: "neutral" },
  na: { label: "不适用", tone: "neutral" },
  no_data: { label: "暂无数据", tone: "neutral" },
};

/** The same where there is little room. */
export const briefly: States<Signal> = {
  ...signals,
  on_track: { label: "进度正常", tone: "active" },
  too_slow: { label: "进度落后", tone: "attention" },
  no_deadline: { label: "未达标", tone: "attention" },
  unknown: { label: "未达标", tone: "attention" },
  no_target: { label: "无目标", tone: "neutral" },
};

export function signalOf({ state, pace }: Figure): Signal {
  if (state === "na" || state === "no_data") return state;
  return pace?.standing ?? "no_target";
}

/** `1,497 人`, or in the figure's unit where one more of something does not count. */
function amountOf(figure: Figure, number: number | null, inUnit: number | null): string | undefined {
  const word = MISSING[figure.indicator];
  if (number !== null && word) return counted(Math.round(number), word);
  return inUnit === null ? undefined : difference(figure.unit, inUnit);
}

function lately(figure: Figure, { actual, actual_count, measured_months }: Pace): string | undefined {
  if (actual === null) return undefined;
  const by = amountOf(figure, actual_count === null ? null : Math.abs(actual_count), Math.abs(actual));
  return by && `近 ${count(measured_months)} 个月平均每月${actual < 0 ? "减少" : "增加"} ${by}`;
}

/** How much a month the deadline asks for. */
function asked(figure: Figure, { months_left, required, required_count, standing }: Pace): string | undefined {
  if (months_left === null || standing === "reached") return undefined;
  const each = amountOf(figure, required_count, required);
  return `离期限 ${figure.target.deadline ?? ""} 还有 ${months_left.toFixed(1)} 个月${each ? `，每月需增加 ${each}` : ""}`;
}

/** What is missing, by when, how much a month that asks for, and how much it has been. */
export function paceOf(figure: Figure): string[] {
  const { pace, target } = figure;
  if (!pace) return [];
  const opening = {
    reached: "已达目标",
    overdue: `目标期限 ${target.deadline ?? ""} 已到期，目标仍然有效`,
    no_deadline: "目标没有完成期限",
    on_track: undefined,
    too_slow: undefined,
    unknown: undefined,
  }[pace.standing];
  const lacking = pace.standing === "reached" ? undefined : gapOf(figure);
  return [opening, lacking, asked(figure, pace), lately(figure, pace)].filter((each) => each !== undefined);
}
