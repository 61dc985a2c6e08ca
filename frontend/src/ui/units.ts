/** One figure per town unit, as the tile grid and the ranked bars both show it. */
import type { UiMessages } from "./messages";

export interface UnitFigure {
  code: string;
  name: string;
  value: number | null;
  /** `na`: the figure does not apply to this unit (hatched); `no_data`: it does, but nothing is known yet (blank). Neither is coloured. */
  state: "ok" | "na" | "no_data";
  /** Where units have targets of their own; otherwise the common one. */
  target?: number | null;
  /** Where equal ones share a place; otherwise they are counted through. */
  rank?: number;
}

/** What both pictures of an indicator take; hovering one lights the other. */
export interface UnitsProps {
  units: UnitFigure[];
  /** The indicator's name. */
  label: string;
  /** None where nothing is set: then units are told apart by how much there is. */
  target: number | null;
  /** The most there can be, where bars are to be seen against it rather than against the longest. */
  full?: number;
  /** No text sets that target. */
  isAssumed?: boolean;
  format: (value: number) => string;
  /** How far from the target, where that is said in another unit: between two shares lie percentage points. */
  difference?: (value: number) => string;
  active?: string | null;
  onActive?: (code: string | null) => void;
  hrefOf: (code: string) => string;
}

/** 石碣镇 → 石碣; the picture has little room and the suffix says nothing there. */
export const shortName = (name: string) => name.replace(/^东莞(?=.{3})/, "").replace(/(街道|镇|新区)$/, "");

export const applies = (unit: UnitFigure): unit is UnitFigure & { value: number } => unit.state === "ok" && unit.value !== null;

export const goalOf = (unit: UnitFigure, target: number | null) => unit.target ?? target;

/** The largest value, or distance from the target, which takes the full colour. */
export const largestReach = (units: UnitFigure[], target: number | null) =>
  Math.max(...units.filter(applies).map((unit) => Math.abs(unit.value - (goalOf(unit, target) ?? 0))), Number.EPSILON);

/** `塘厦镇 63.0 % · 差 7.0 个百分点` */
export function sentenceOf(unit: UnitFigure, { target, format, difference = format }: Pick<UnitsProps, "target" | "format" | "difference">, t: UiMessages): string {
  if (!applies(unit)) return `${unit.name} ${unit.state === "na" ? t.notApplicable : t.noData}`;
  const goal = goalOf(unit, target);
  if (goal === null) return `${unit.name} ${format(unit.value)}`;
  const gap = unit.value - goal;
  const distance = gap === 0 ? t.atTarget : `${gap < 0 ? t.gap : t.ahead} ${difference(Math.abs(gap))}`;
  return `${unit.name} ${format(unit.value)} · ${distance}`;
}
