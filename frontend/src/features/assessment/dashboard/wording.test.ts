/** A figure in words: what stands beside a value gives it, and what is missing is what lies between the numbers shown. */
import { expect, it } from "vitest";
import { invented } from "../invented";
import { denominatorOf, gapOf } from "./wording";

const answers = { name: "已结束调查的答卷", value: 451, kind: "answers", on: "2026-11-23", source: "满意度调查" };

it("tells a bound from the share beside it", () => {
  const figure = invented("satisfaction", { value: 0.882, numerator: 409, denominator: answers, confidence: 0.95 });
  expect(denominatorOf(figure)[0]).toBe("满意 409 / 451 已结束调查的答卷，占 90.7 %；按 95 % 置信下限计 88.2 %");
  expect(denominatorOf(invented("volunteer_ratio"))[0]).toBe("1,172,262 / 10,466,625 常住人口");
});

it("names what is divided where it is counted in something else than the value", () => {
  const volunteers = { name: "注册志愿者", value: 66, kind: "volunteers", on: null, source: "志愿者名册" };
  expect(denominatorOf(invented("hours_per_head", { unit: "hours_per_volunteer", numerator: 8940, denominator: volunteers }))[0]).toBe("8,940 分钟 / 66 注册志愿者");
  const budget = { name: "2026 年度批复的预算", value: 300_000_000, kind: "fen", on: null, source: "预算批复文件" };
  expect(denominatorOf(invented("fund_execution", { numerator: 120_000_000, denominator: budget }))[0]).toBe("120.00 / 300.00 万元 2026 年度批复的预算");
});

it("says the gap between the two numbers as they are shown, or the real one where they look alike", () => {
  const target = { ...invented("satisfaction").target, value: 0.8 };
  const of = (value: number) => gapOf(invented("satisfaction", { value, target, gap: 0.8 - value, missing: null }));
  expect([of(0.7485), of(0.7998)]).toEqual(["差 5.1 个百分点", "差 0.020 个百分点"]);
});
