/** What is asked of whom follows the sign-up's state, the hour, and whether the activity is over. */
import { expect, it } from "vitest";
import { nextOfSignup } from "./nextOfSignup";

const HOUR = 3_600_000;
const hence = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const confirmed = (from: number, to: number) => ({ state: "confirmed" as const, starts_at: hence(from), ends_at: hence(to), answer_by: null, cancelled_because: null });

it("asks to come in time before the start, and to check in until the end while it runs", () => {
  const ahead = confirmed(1, 3);
  expect(nextOfSignup(ahead, false)).toMatchObject({ what: "按时到场，用现场的签到码签到", until: ahead.starts_at });
  const running = confirmed(-1, 1);
  expect(nextOfSignup(running, false)).toMatchObject({ what: "活动进行中：到场后用现场的签到码签到", until: running.ends_at });
});

it("asks nobody to come to what is over, and says who enters the hours of who was there", () => {
  for (const over of [nextOfSignup(confirmed(-1, 1), true), nextOfSignup(confirmed(-3, -1), false)]) {
    expect(over?.what).toMatch(/活动已结束.*补录并说明理由，没有截止期限/);
    expect(over?.until).toBeUndefined();
  }
});

it("is never late for what can no longer be done", () => {
  expect(nextOfSignup({ ...confirmed(-3, -1), state: "attending" }, false)?.until).toBeUndefined();
  expect(nextOfSignup({ ...confirmed(-1, 1), state: "waiting" }, false)?.until).toBeUndefined();
});
