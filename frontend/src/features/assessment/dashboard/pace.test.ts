/** The pace in sentences: by when, how much a month, how much it has been; past its deadline nothing is required. */
import { expect, it } from "vitest";
import { invented } from "../invented";
import { paceOf, signalOf } from "./pace";

const target = { value: 0.13, deadline: "2027-12-31", state: "in_force" as const, source: "方案", assumption: false };
const pace = { standing: "too_slow" as const, months_left: 13.2, required: 0.00136, required_count: 14_273, actual: 0.0003, actual_count: 3140, measured_months: 6 };

it("says how much a month it takes until the deadline, beside how much it has been", () => {
  const figure = invented("volunteer_ratio", { target, pace });
  expect(paceOf(figure)).toEqual(["缺 18.8 万人", "离期限 2027-12-31 还有 13.2 个月，每月需增加 1.4 万人", "近 6 个月平均每月增加 3,140 人"]);
  expect(signalOf(figure)).toBe("too_slow");
});

it("asks for nothing a month once the deadline has passed, and says that the target holds", () => {
  expect(paceOf(invented("volunteer_ratio"))).toEqual(["目标期限 2020-12-31 已到期，目标仍然有效", "缺 18.8 万人", "近 6 个月平均每月增加 3,140 人"]);
});

it("speaks in the figure's own unit where one more of something does not count", () => {
  const figure = invented("satisfaction", { target, missing: null, pace: { ...pace, required_count: null, actual_count: null, actual: -0.004 } });
  expect(paceOf(figure)).toEqual(["差 1.8 个百分点", "离期限 2027-12-31 还有 13.2 个月，每月需增加 0.14 个百分点", "近 6 个月平均每月减少 0.40 个百分点"]);
});

it("has a word where there is nothing to reach, to know, or to apply", () => {
  expect(signalOf(invented("hours", { state: "ok", pace: null }))).toBe("no_target");
  expect(signalOf(invented("hours", { state: "na", pace: null }))).toBe("na");
  expect(signalOf(invented("hours", { state: "no_data", pace: null }))).toBe("no_data");
});
