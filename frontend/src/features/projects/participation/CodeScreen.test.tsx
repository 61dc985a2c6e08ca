/** The code screen: it asks for the next code before the shown one ends, and comes to life by itself. */
import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal, type Asked } from "@/testing/server";
import { inventedActivity } from "../invented";
import CodeScreen from "./CodeScreen";
import { askAgainIn } from "./renewal";

const START = new Date("2026-11-23T01:00:00Z").getTime();
const STEP = 30_000;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const isCode = ({ path }: Asked) => path.endsWith("/participation-code");

/** As the services do: a code per step of half a minute. */
function lead({ path }: Asked) {
  const step = Math.floor((Date.now() - START) / STEP);
  const ends = new Date(START + (step + 1) * STEP).toISOString();
  if (path.endsWith("/participation-code")) return { body: { code: `10000${step}`, changes_at: ends, seconds: 30 } };
  if (path.endsWith("/attendance-code")) return { body: { activity_id: "activity-1", code: `ABCDEFG${step}`, valid_until: ends, text: "", qr: '<svg width="10"><path d="M0 0"/></svg>' } };
  return { body: inventedActivity() };
}

const open = () => show(<CodeScreen />, { at: "/projects/activities/activity-1/codes", path: "/projects/activities/:id/codes" });

it("shows both codes large with the seconds left, the volunteers' one as a picture too", async () => {
  pretendServer(lead);
  open();
  await pass(100);
  expect(screen.getByText("100000")).toBeVisible();
  expect(screen.getByText("ABCDEFG0")).toBeVisible();
  expect(screen.getByRole("img").getAttribute("src")).toContain(encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="10">'));
  await pass(10_000);
  expect(screen.getAllByRole("timer")[0]).toHaveTextContent("20 秒后更换");
});

it("asks again before the code ends and shows the next one as soon as there is one", async () => {
  const asked = pretendServer(lead);
  open();
  await pass(28_500);
  const before = asked.filter(isCode).length;
  await pass(1_000);
  expect(asked.filter(isCode).length).toBeGreaterThan(before);
  expect(screen.getByText("100000")).toBeVisible();
  await pass(1_600);
  expect(screen.getByText("100001")).toBeVisible();
  expect(screen.queryByText("100000")).toBeNull();
});

it("says that recording is closed and comes to life when it opens", async () => {
  let isOpen = false;
  pretendServer((asked) => (isCode(asked) && !isOpen ? refusal(409, "recording-closed", { title: "登记尚未开放。" }) : lead(asked)));
  open();
  await pass(100);
  expect(screen.getByText("登记尚未开放。")).toBeVisible();
  expect(screen.getByText("ABCDEFG0")).toBeVisible();
  isOpen = true;
  await pass(10_500);
  expect(screen.getByText("100000")).toBeVisible();
  expect(screen.queryByText("登记尚未开放。")).toBeNull();
});

it("says from when on a code is shown", async () => {
  pretendServer((asked) => (isCode(asked) ? refusal(409, "recording-closed", { opens_at: "2026-11-23T02:30:00Z" }) : lead(asked)));
  open();
  await pass(100);
  expect(screen.getByText("2026-11-23 10:30 起在这里显示")).toBeVisible();
});

it("asks often enough that a wrong clock does no harm", () => {
  const ends = new Date(START + 300_000).toISOString();
  expect(askAgainIn(ends, START)).toBe(10_000);
  expect(askAgainIn(ends, START + 295_000)).toBe(4_000);
  expect(askAgainIn(ends, START + 400_000)).toBe(1_000);
});
