/** Figures as text. */
import { expect, it } from "vitest";
import { hours, percent, tenThousandYuan, yuan } from "./amounts";
import { dayOf, instantOf, isPast, minuteOf } from "./times";

it("writes money, hours and shares as an officer reads them", () => {
  expect(yuan(123456789)).toBe("1,234,567.89");
  expect(tenThousandYuan(412_600_000)).toBe("412.60");
  expect(hours(90)).toBe("1.5");
  expect(percent(0.112)).toBe("11.2 %");
});

it("tells days in this city's time", () => {
  expect(dayOf("2026-11-22T16:30:00Z")).toBe("2026-11-23");
  expect(minuteOf("2026-11-23T01:00:00Z")).toBe("2026-11-23 09:00");
  expect(instantOf("2026-11-23 09:00")).toBe("2026-11-23T09:00:00+08:00");
  expect(isPast("2026-11-22", new Date("2026-11-22T16:30:00Z"))).toBe(true);
  expect(isPast("2026-11-23", new Date("2026-11-22T16:30:00Z"))).toBe(false);
});
