/** The parts of an area: distances are those of the numbers shown, other targets and missing parts are said. */
import { expect, it } from "vitest";
import { tilesOfCity } from "../invented";
import { fewOf, ownTargetsOf } from "./parts";
import type { Tile } from "./queries";
import { picturesOf } from "./unitsOf";

const [one, two, park] = tilesOfCity.items as [Tile, Tile, Tile];
const ratio = { ...tilesOfCity, indicator: "volunteer_ratio" as const, target: { ...tilesOfCity.target, value: 0.13 } };
const own = { target: 0.0022, target_source: "镇街阶段目标（i志愿存量另列）", target_assumption: true };

it("gives each part as it is told, but never as having reached what it has not", () => {
  const target = { ...tilesOfCity.target, value: 0.8 };
  const items = [0.8515, 0.8325, 0.7998].map((value) => ({ ...one, value, target: 0.8 }));
  const { units, difference } = picturesOf({ ...tilesOfCity, target, items });
  expect(units.map(({ value }) => value)).toEqual([0.852, 0.833, 0.7998]);
  expect(units.map(({ value }) => difference?.(Math.abs((value ?? 0) - 0.8)))).toEqual(["5.2 个百分点", "3.3 个百分点", "0.020 个百分点"]);
});

it("says against what the parts stand where that is not the target of the whole, by the text that sets it", () => {
  const items = [{ ...one, ...own }, { ...two, ...own }, park];
  expect(ownTargetsOf({ ...ratio, items }, "city")).toBe("各镇街（园区）按各自目标 0.22 %（假设）（镇街阶段目标（i志愿存量另列））着色；全市目标 13 %。");
  const communities = { ...tilesOfCity, unit: "organisations", target: { ...tilesOfCity.target, value: 15 }, items: [{ ...one, target: 5 }, { ...two, target: 10 }] };
  expect(ownTargetsOf(communities, "township")).toBe("各村（社区）按各自目标 5 个 至 10 个着色；本镇街目标 15 个。");
  expect(ownTargetsOf(tilesOfCity, "city")).toBeUndefined();
});

it("says how many of the parts are known, without those that the figure does not speak of", () => {
  const unknown = { ...two, value: null, state: "no_data" as const };
  expect(fewOf({ ...tilesOfCity, items: [one, unknown] }, "city")).toBe("2 个镇街（园区）中 1 个有数据。");
  expect(fewOf({ ...tilesOfCity, items: [one, unknown, park] }, "city")).toBe("2 个适用的镇街（园区）中 1 个有数据。");
  expect(fewOf(tilesOfCity, "city")).toBeUndefined();
});
