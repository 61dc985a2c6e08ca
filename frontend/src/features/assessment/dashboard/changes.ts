/** What changed since last month, said by rule from the figures: the three that moved furthest. */
import { pageOf } from "@/api/view";
import { stepIn } from "../amounts";
import { indicatorNames } from "./indicators";
import type { Figure, Indicator } from "./queries";
import { gapOf } from "./wording";

export interface Change {
  indicator: Indicator;
  sentence: string;
  to: string;
}

const MOST = 3;

interface Moved {
  figure: Figure;
  rises: boolean;
  told: ReturnType<typeof stepIn>;
  /** The step, as a share of the target or, where there is none, of the figure itself; none where it is not seen in what is told. */
  weight: number;
}

function moved(figure: Figure): Moved[] {
  const [last, today] = figure.trend.slice(-2);
  const [before, now] = [last?.value ?? null, today?.value ?? null];
  if (before === null || now === null) return [];
  // What begins anew with the year has not fallen from where December left it.
  if (figure.window === "year" && last?.on.slice(0, 4) !== today?.on.slice(0, 4)) return [];
  const scale = figure.target.value ?? Math.max(Math.abs(before), Math.abs(now));
  const told = stepIn(figure.unit, before, now);
  return [{ figure, rises: now > before, told, weight: told.isSeen && scale > 0 ? Math.abs(now - before) / scale : 0 }];
}

function sentenceOf({ figure, rises, told: { from, to, by, isSeen } }: Moved): string {
  const name = indicatorNames[figure.indicator];
  const standing = gapOf(figure);
  const end = standing ? `，${standing === "已达目标" ? standing : `离目标还${standing}`}。` : "。";
  if (!isSeen) return `${name} ${to}，与上月末持平${end}`;
  const way = rises ? "升" : "降";
  return `${name}由上月末 ${from} ${way}至 ${to}，${way} ${by}${end}`;
}

/** Ties keep the order of the headline. */
export function changesOf(figures: Figure[]): Change[] {
  const ranked = figures.flatMap(moved).sort((one, other) => other.weight - one.weight);
  return ranked.slice(0, MOST).map((each) => ({ indicator: each.figure.indicator, sentence: sentenceOf(each), to: pageOf(each.figure.links.records) }));
}
