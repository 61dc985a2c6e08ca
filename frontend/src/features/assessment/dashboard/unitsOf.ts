/** The parts of an area as the pictures take them. */
import type { UnitFigure, UnitsProps } from "@/ui/units";
import { asTold, difference, numberIn, wordOf } from "../amounts";
import { nameOf } from "./areaName";
import { indicatorNames } from "./indicators";
import { dashboardPage } from "./places";
import type { Indicator, Tile, Tiles } from "./queries";

/** As it is told, so that its distance from the target is that of the numbers shown; not where that would reach it. */
function valueOf({ value, target }: Tile, unit: string): number | null {
  if (value === null) return null;
  const told = asTold(unit, value);
  return target !== null && told < asTold(unit, target) !== value < target ? value : told;
}

const unitOf = (tile: Tile, unit: string): UnitFigure => ({
  code: tile.code,
  name: nameOf(tile),
  value: valueOf(tile, unit),
  state: tile.state === "na" ? "na" : tile.value === null ? "no_data" : "ok",
  target: tile.target === null ? null : asTold(unit, tile.target),
});

/** `平均社区社会组织数（个）`; a share carries its sign on each number. */
export const titleOf = (indicator: Indicator, unit: string) => indicatorNames[indicator] + (wordOf(unit) ? `（${wordOf(unit)}）` : "");

export function picturesOf({ indicator, unit, items, target }: Tiles): Omit<UnitsProps, "active" | "onActive"> {
  const ids = new Map(items.map(({ code, id }) => [code, id]));
  return {
    units: items.map((tile) => unitOf(tile, unit)),
    label: titleOf(indicator, unit),
    // Parts that differ in size differ in what is asked of them; each then brings its own.
    target: target.value !== null && items.every((tile) => tile.target === null || tile.target === target.value) ? asTold(unit, target.value) : null,
    isAssumed: target.assumption,
    format: (value) => numberIn(unit, value),
    ...(unit === "ratio" && { difference: (value: number) => difference(unit, value) }),
    hrefOf: (code) => dashboardPage(ids.get(code) ?? "", indicator),
  };
}
