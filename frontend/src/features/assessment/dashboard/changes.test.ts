/** The three sentences: made by rule, furthest first. */
import { expect, it } from "vitest";
import { invented } from "../invented";
import { changesOf } from "./changes";

const trend = (before: number | null, now: number | null) => [{ on: "2026-10-31", value: before }, { on: "2026-11-23", value: now }];
const without = { value: null, deadline: null, state: "none" as const, source: null, assumption: false };

it("says from where to where, by how much, and what is missing", () => {
  const [change] = changesOf([invented("volunteer_ratio")]);
  expect(change?.sentence).toBe("志愿者占比由上月末 11.0 % 升至 11.2 %，升 0.2 个百分点，离目标还缺 18.8 万人。");
  expect(change?.to).toMatch(/^\/assessment\/readings\?indicator=volunteer_ratio/);
});

it("puts the furthest step first and stops at three", () => {
  const figures = [
    invented("org_coverage", { trend: trend(0.5, 0.51) }),
    invented("volunteer_ratio", { trend: trend(0.11, 0.1) }),
    invented("hours", { unit: "hours", target: without, gap: null, missing: null, state: "ok", trend: trend(100, 180) }),
    invented("satisfaction", { trend: trend(0.8, 0.8) }),
  ];
  expect(changesOf(figures).map(({ indicator }) => indicator)).toEqual(["hours", "org_coverage", "volunteer_ratio"]);
  expect(changesOf(figures)[0]?.sentence).toBe("志愿服务时长由上月末 100.0 小时 升至 180.0 小时，升 80.0 小时。");
});

it("says that nothing moved, and nothing where there is nothing to compare", () => {
  expect(changesOf([invented("satisfaction", { state: "ok", trend: trend(0.8, 0.8) })])[0]?.sentence).toBe("居民满意度下限 80.0 %，与上月末持平，已达目标。");
  expect(changesOf([invented("satisfaction", { trend: trend(null, 0.8) })])).toEqual([]);
});

it("tells the step between what is told, of small shares too, and puts what is not seen last", () => {
  const figures = [
    invented("volunteer_ratio", { target: { ...without, value: 0.0001 }, gap: null, trend: trend(0.13001, 0.13004) }),
    invented("needs_answered", { target: without, gap: null, trend: trend(0.9546, 0.9314) }),
    invented("volunteer_active_ratio", { target: without, gap: null, trend: trend(0.00296, 0.00344) }),
  ];
  expect(changesOf(figures).map(({ sentence }) => sentence)).toEqual([
    "活跃志愿者占比由上月末 0.30 % 升至 0.34 %，升 0.04 个百分点。",
    "需求立项回应率由上月末 95.5 % 降至 93.1 %，降 2.4 个百分点。",
    "志愿者占比 13.0 %，与上月末持平。",
  ]);
});

it("does not say that what begins anew with the year has fallen since December", () => {
  const winter = [{ on: "2026-12-31", value: 0.92 }, { on: "2027-01-10", value: 0.01 }];
  expect(changesOf([invented("fund_execution", { window: "year", trend: winter })])).toEqual([]);
  expect(changesOf([invented("satisfaction", { window: "rolling", trend: winter })])).toHaveLength(1);
});
