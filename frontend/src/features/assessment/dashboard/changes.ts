/** What changed since last month, said by rule from the figures: the three that moved furthest. */
import { pageOf } from "@/api/view";
import { amount, difference } from "../amounts";
import { indicatorNames } from "./indicators";
import type { Figure, Indicator } from "./queries";
import { gapOf } from "./wording";

export interface Change {
  indicator: Indicator;
  sentence: string;
  to: string;
}

const MOST = 3;
const AS_GOOD_AS_NOTHING = 1e-9;

interface Moved {
  figure: Figure;
  before: number;
  now: number;
  /** The step, as a share of the target or, where there is none, of the figure itself. */
  weight: number;
}

function moved(figure: Figure): Moved[] {
  const [last, today] = figure.trend.slice(-2);
  const [before, now] = [last?.value ?? null, today?.value ?? null];
  if (before === null || now === null) return [];
  // What begins anew with the year has not fallen from where December left it.
  if (figure.window === "year" && last?.on.slice(0, 4) !== today?.on.slice(0, 4)) return [];
  const scale = figure.target.value ?? Math.max(Math.abs(before), Math.abs(now));
  return [{ figure, before, now, weight: scale > 0 ? Math.abs(now - before) / scale : 0 }];
}

function sentenceOf({ figure, before, now }: Moved): string {
  const { unit, indicator } = figure;
  const step = Math.abs(now - before);
  const name = indicatorNames[indicator];
  const standing = gapOf(figure);
  const end = standing ? `，${standing === "已达目标" ? standing : `离目标还${standing}`}。` : "。";
  if (step < AS_GOOD_AS_NOTHING) return `${name} ${amount(unit, now)}，与上月末持平${end}`;
  const [way, by] = now > before ? ["升至", "升"] : ["降至", "降"];
  return `${name}由上月末 ${amount(unit, before)} ${way} ${amount(unit, now)}，${by} ${difference(unit, step)}${end}`;
}

/** Ties keep the order of the headline. */
export function changesOf(figures: Figure[]): Change[] {
  const ranked = figures.flatMap(moved).sort((one, other) => other.weight - one.weight);
  return ranked.slice(0, MOST).map((each) => ({ indicator: each.figure.indicator, sentence: sentenceOf(each), to: pageOf(each.figure.links.records) }));
}
