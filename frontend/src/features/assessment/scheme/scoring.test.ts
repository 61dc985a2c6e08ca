/** Scoring is said in the indicator's own unit, and a row of the form becomes the item it was. */
import { expect, it } from "vitest";
import { asItem, asRow, scoringInWords } from "./scoring";
import type { Item } from "./queries";

const item: Item = { code: "volunteer_ratio", name: "占比", basis: "13% 满分", indicator: "volunteer_ratio", weight: 20, evidence_required: false, scoring: { kind: "linear", floor: 0, full: 130_000 } };

it("says each kind of scoring", () => {
  expect(scoringInWords(item.scoring, "ratio")).toBe("0 % 及以下不得分，13 % 得满分");
  expect(scoringInWords({ kind: "linear", floor: 10_000_000, full: 0 }, "organisations")).toBe("10 个 及以上不得分，0 个 得满分");
  expect(scoringInWords({ kind: "threshold", mark: 5_000_000, at_most: false }, "organisations")).toBe("达到 5 个 得满分，否则不得分");
  expect(scoringInWords({ kind: "penalty", allowed: 900_000, step: 50_000, deduct_hundredths: 100, at_most: false }, "ratio")).toBe("低于 90 % 的，每 5.0 个百分点 扣 1.00 分，扣完为止");
  expect(scoringInWords(null, undefined)).toBe("镇街自评，市级核定");
});

it("keeps an item through the form, and drops the scoring of one that is reported", () => {
  expect(asItem(asRow(item))).toEqual(item);
  expect(asItem({ ...asRow(item), indicator: null })).toEqual({ ...item, indicator: null, scoring: null });
});
