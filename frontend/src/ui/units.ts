/** One figure per town unit, as the tile grid and the ranked bars both show it. */
import type { UiMessages } from "./messages";

export interface UnitFigure {
  code: string;
  name: string;
  value: number | null;
  /** `na`: the figure does not apply to this unit (hatched, never coloured). */
  state: "ok" | "na";
}

/** What both pictures of an indicator take; hovering one lights the other. */
export interface UnitsProps {
  units: UnitFigure[];
  /** The indicator's name. */
  label: string;
  target: number;
  format: (value: number) => string;
  active?: string | null;
  onActive?: (code: string | null) => void;
  hrefOf: (code: string) => string;
}

/** 石碣镇 → 石碣; the picture has little room and the suffix says nothing there. */
export const shortName = (name: string) => name.replace(/^东莞(?=.{3})/, "").replace(/(街道|镇|新区)$/, "");

export const applies = (unit: UnitFigure): unit is UnitFigure & { value: number } => unit.state === "ok" && unit.value !== null;

/** The largest distance from the target, which takes the full colour. */
export const largestGap = (units: UnitFigure[], target: number) =>
  Math.max(...units.filter(applies).map(({ value }) => Math.abs(value - target)), Number.EPSILON);

/** `塘厦镇 63.0 %,差 7.0 %` */
export function sentenceOf(unit: UnitFigure, target: number, format: (value: number) => string, t: UiMessages): string {
  if (!applies(unit)) return `${unit.name} ${t.notApplicable}`;
  const gap = unit.value - target;
  const distance = gap === 0 ? t.atTarget : `${gap < 0 ? t.gap : t.ahead} ${format(Math.abs(gap))}`;
  return `${unit.name} ${format(unit.value)} · ${distance}`;
}
