/** My hours, in the order of time. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeVolunteer, inDays } from "../testing/fakes";
import { openPhone, page, serve } from "../testing/phone";

const entry = (title: string, days: number, minutes = 120) => ({
  id: title, version: 1, area_id: "community-1", state: "confirmed", title, minutes, source: "attendance", forgot_check_out: false,
  place_unknown: false, because: null, objection: null, starts_at: inDays(days), ends_at: inDays(days + 0.1), actions: [], links: {},
});

it("shows the latest first, whenever it was entered", async () => {
  serve({
    "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]),
    "GET /api/volunteers/hours/total": () => ({ body: { volunteer_id: "volunteer-1", confirmed_minutes: 360, waiting_minutes: 0 } }),
    "GET /api/volunteers/hours?": () => page([entry("上月", -30), entry("昨天", -1), entry("上周", -7)]),
  });
  openPhone("/hours");
  await screen.findByRole("heading", { name: "上月" });
  expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual(["昨天", "上周", "上月"]);
});

it("tells entries and their total to the minute, so that they add up", async () => {
  serve({
    "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]),
    "GET /api/volunteers/hours/total": () => ({ body: { volunteer_id: "volunteer-1", confirmed_minutes: 351, waiting_minutes: 45 } }),
    "GET /api/volunteers/hours?": () => page([entry("一", -1, 135), entry("二", -2, 108), entry("三", -3, 108)]),
  });
  openPhone("/hours");
  expect(await screen.findByText("5 小时 51 分钟")).toBeInTheDocument();
  expect(screen.getByText("45 分钟")).toBeInTheDocument();
  expect(await screen.findByText("2 小时 15 分钟")).toBeInTheDocument();
  expect(screen.getAllByText("1 小时 48 分钟")).toHaveLength(2);
});
