/** The records behind a figure lead to their owner and up to the need. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import { areas, CITY, inventedReading, leader } from "../invented";
import ReadingList from "./ReadingList";

function answer(path: string): unknown {
  if (path.endsWith("/me")) return leader;
  if (path.endsWith("/areas")) return { items: areas, next: null, count: null };
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

it("fills in what the address does not say", async () => {
  pretendServer(({ path }) => ({ body: answer(path) }));
  const router = show(<ReadingList />, { at: "/assessment/readings" });
  await screen.findByText("周末敬老陪伴");
  expect(router.state.location.search).toBe(`?indicator=org_coverage&area_id=${CITY}`);
});
