/** Sign-up shows by itself once volunteers has heard of the publication. */
import { act, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import { inventedActivity } from "../invented";
import { Recruitment } from "./Recruitment";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

it("asks again until every role is open, and no longer", async () => {
  let items: object[] = [];
  const asked = pretendServer(() => ({ body: { items, next: null, count: null } }));
  show(<Recruitment activity={inventedActivity()} />);
  await pass(100);
  expect(screen.getByText("报名即将开放")).toBeVisible();
  items = [{ role: "guide", taken: 1, capacity: 4, waiting: 0, overfull: false, links: { signups: "/api/volunteers/signups" } }];
  await pass(2_500);
  expect(screen.getByText("1 / 4")).toBeVisible();
  const before = asked.length;
  await pass(10_000);
  expect(asked).toHaveLength(before);
});
