/** The records behind a figure lead to their owner and up to the need. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import { areas, city, CITY, invented, inventedReading, leader } from "../invented";
import ReadingList from "./ReadingList";

function answer(path: string): unknown {
  if (path.endsWith("/me")) return leader;
  if (path.endsWith("/areas")) return { items: areas, next: null, count: null };
  if (path.includes("/dashboards/")) return { ...city, figures: [invented("hours", { unit: "hours", value: 149, numerator: 8940, denominator: null, name: "已确认志愿服务时长（近12个月）" })] };
  return path.includes("/readings?") ? { items: [inventedReading()], next: null, count: 66 } : { title: "周末敬老陪伴" };
}

it("opens each record at its owner and the way up beside it", async () => {
  const asked = pretendServer(({ path }) => ({ body: answer(path) }));
  show(<ReadingList />, { at: `/assessment/readings?indicator=hours&area_id=${CITY}` });
  expect(await screen.findByText("周末敬老陪伴")).toHaveAttribute("href", "/volunteers/hours/h1");
  expect(screen.getByText("活动")).toHaveAttribute("href", "/projects/activities/a1");
  expect(screen.getByText("项目")).toHaveAttribute("href", "/projects/projects/p1");
  expect(screen.getByText("需求 2")).toHaveAttribute("href", "/projects/needs/n2");
  expect(asked.find(({ path }) => path.includes("/readings?"))?.path).toContain("indicator=hours");
});

it("asks for what the address does not say, which narrows nothing and cannot be cleared", async () => {
  const asked = pretendServer(({ path }) => ({ body: path.includes("/readings?") ? { items: [], next: null, count: 0 } : answer(path) }));
  show(<ReadingList />, { at: "/assessment/readings" });
  expect(await screen.findByText("这个数字背后还没有记录")).toBeVisible();
  expect(screen.queryByText("清除条件")).toBeNull();
  const query = new URL(asked.find(({ path }) => path.includes("/readings?"))?.path ?? "", location.origin).searchParams;
  expect([query.get("indicator"), query.get("area_id")]).toEqual(["org_coverage", CITY]);
});

it("says what the figure says above its records, in minutes that can be added up", async () => {
  pretendServer(({ path }) => ({ body: answer(path) }));
  show(<ReadingList />, { at: `/assessment/readings?indicator=hours&area_id=${CITY}` });
  expect(await screen.findByText("149.0 小时（8,940 分钟）")).toBeVisible();
  expect(screen.getByText("已确认志愿服务时长（近12个月）")).toBeVisible();
  expect(await screen.findByText("分钟")).toBeVisible();
  expect(screen.getByText("110")).toBeVisible();
});

it("asks for the records of the days that a score was computed of, and not for today's figure", async () => {
  const asked = pretendServer(({ path }) => ({ body: answer(path) }));
  show(<ReadingList />, { at: `/assessment/readings?indicator=hours&area_id=${CITY}&since=2025-01-01&on=2025-12-31` });
  expect(await screen.findByText("周末敬老陪伴")).toBeVisible();
  expect(screen.getByText("2025-01-01 起，截至 2025-12-31")).toBeVisible();
  expect(screen.queryByText(/小时/)).toBeNull();
  const query = new URL(asked.find(({ path }) => path.includes("/readings?"))?.path ?? "", location.origin).searchParams;
  expect([query.get("since"), query.get("on")]).toEqual(["2025-01-01", "2025-12-31"]);
  expect(asked.some(({ path }) => path.includes("/dashboards/"))).toBe(false);
});
