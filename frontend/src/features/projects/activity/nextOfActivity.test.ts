/** What an activity asks for before, during and after its hours, and what is asked before an act. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { inventedActivity } from "../invented";
import type { Register } from "../participation/queries";
import { consequencesOf } from "./consequences";
import { nextOfActivity } from "./nextOfActivity";

const record = inventedActivity();
const register = { is_open: true, closes_at: "2026-11-24T04:00:00Z" } as Register;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const waysAt = (now: string, leads = true) => {
  vi.setSystemTime(now);
  return nextOfActivity(record, { register, leads })?.ways?.map(({ isMain }) => isMain);
};

it("makes the codes the main thing while people are there, and only then", () => {
  expect(waysAt("2026-11-23T00:30:00Z")).toEqual([false]);
  expect(waysAt("2026-11-23T02:00:00Z")).toEqual([true]);
  expect(waysAt("2026-11-23T05:00:00Z")).toEqual([false]);
  expect(waysAt("2026-11-24T05:00:00Z")).toEqual([]);
  expect(waysAt("2026-11-23T02:00:00Z", false)).toEqual([]);
});

it("names the record, and says where an activity is ended before its time", () => {
  vi.setSystemTime("2026-11-23T02:00:00Z");
  expect(consequencesOf(record).completion).toContain("把“敬老午餐会”标为举办完毕。计划 2026-11-23 12:00 才结束。");
  vi.setSystemTime("2026-11-23T05:00:00Z");
  expect(consequencesOf(record).completion).not.toContain("才结束");
  expect(consequencesOf(record).cancellation).toContain("取消整个活动“敬老午餐会”");
});
