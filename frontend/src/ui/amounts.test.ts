/** Figures as text. */
import { expect, it } from "vitest";
import { duration, percent, tenThousandYuan, yuan } from "./amounts";
import { dayOf, instantOf, isPast, minuteOf } from "./times";

it("writes money, hours and shares as an officer reads them", () => {
  expect(yuan(123456789)).toBe("1,234,567.89");
  expect(tenThousandYuan(412_600_000)).toBe("412.60");
  expect(percent(0.112)).toBe("11.2 %");
});

it("tells a time served exactly, so that entries add up to their total", () => {
  expect([135, 108, 110].map((minutes) => duration(minutes))).toEqual(["2 小时 15 分钟", "1 小时 48 分钟", "1 小时 50 分钟"]);
  expect(duration(135 + 108 + 110)).toBe("5 小时 53 分钟");
  expect([0, 45, 180, 60_001].map((minutes) => duration(minutes))).toEqual(["0 分钟", "45 分钟", "3 小时", "1,000 小时 1 分钟"]);
  expect(duration(-90)).toBe("-1 小时 30 分钟");
  expect(duration(90, { hour: "h", minute: "min" })).toBe("1 h 30 min");
});

it("tells days in this city's time", () => {
  expect(dayOf("2026-11-22T16:30:00Z")).toBe("2026-11-23");
  expect(minuteOf("2026-11-23T01:00:00Z")).toBe("2026-11-23 09:00");
  expect(instantOf("2026-11-23 09:00")).toBe("2026-11-23T09:00:00+08:00");
  expect(isPast("2026-11-22", new Date("2026-11-22T16:30:00Z"))).toBe(true);
  expect(isPast("2026-11-23", new Date("2026-11-22T16:30:00Z"))).toBe(false);
});
