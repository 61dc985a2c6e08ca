/** The list of to-dos: what is late says so, each leads to its record, decided ones are asked for by the filter. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal } from "@/testing/server";
import { dayOf } from "@/ui/times";
import { fakeTask } from "./fakes";
import { dueState } from "./states";
import TaskList from "./TaskList";

const late = fakeTask({ id: "late", title: "审批服务项目", due_on: "2026-11-01", overdue: true, href: "/api/projects/projects/p1", page: "/projects/projects/p1" });

const serve = (items: unknown[]) =>
  pretendServer(({ path }) => {
    if (path.startsWith("/api/gateway/tasks")) return { body: { items, next: null, count: items.length } };
    if (path === "/api/projects/projects/p1") return { body: { title: "邻里陪伴计划" } };
    if (path === "/api/projects/needs/need-1") return refusal(403, "forbidden");
    if (path.endsWith("/me")) return { body: { id: "a", kind: "staff", display_name: "陈敏", grants: [] } };
    return { body: { items: [], next: null } };
  });

it("says what is late, what it is about where that may be read, and opens the record by keyboard", async () => {
  const asked = serve([late, fakeTask()]);
  const router = show(<TaskList />, { at: "/gateway/tasks" });
  expect(await screen.findByText("逾期", { selector: "span" })).toBeVisible();
  expect(await screen.findByText("邻里陪伴计划")).toBeVisible();
  expect(screen.getByRole("link", { name: "受理居民需求" })).toHaveAttribute("href", "/projects/needs/need-1");
  expect(asked.some(({ path }) => path.startsWith("/api/gateway/tasks") && path.includes("state=open"))).toBe(true);
  screen.getByRole("link", { name: "审批服务项目" }).focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(screen.getByRole("link", { name: "受理居民需求" })).toHaveFocus();
  await userEvent.keyboard("{ArrowUp}{Enter}");
  expect(router.state.location.pathname).toBe("/projects/projects/p1");
});

const records: Record<string, unknown> = {
  "/api/projects/deliberations/d1": { topic: "楼道堆物怎么清" },
  "/api/projects/deliberation-items/i1": { what: "加装楼道照明" },
  "/api/volunteers/hours/h1": { title: "敬老探访", starts_at: "2026-11-02T01:00:00Z", minutes: 90, volunteer_id: "v1" },
  "/api/volunteers/hours/h2": { title: "敬老探访", starts_at: "2026-11-02T01:00:00Z", minutes: 90, volunteer_id: "v2" },
  "/api/volunteers/certificates/c1": { issuer_kind: "area", from_on: "2026-01-01", to_on: "2026-06-30", purpose: "升学", volunteer_id: "v1" },
  "/api/volunteers/attendances/a1": { checked_in_at: "2026-11-02T01:05:00Z", volunteer_id: "v2", links: { activity: "/api/projects/activities/x" } },
  "/api/projects/activities/x": { title: "敬老探访", starts_at: "2026-11-02T01:00:00Z" },
};

it("says of every to-do what it is about, so that equal ones are told apart", async () => {
  const hrefs = Object.keys(records).filter((href) => !href.includes("activities"));
  pretendServer(({ path }) => {
    const items = hrefs.map((href) => fakeTask({ id: href, href, page: href.replace("/api", "") }));
    if (path.startsWith("/api/gateway/tasks")) return { body: { items, next: null, count: items.length } };
    if (path === "/api/volunteers/names") return { body: { items: [{ id: "v1", name: "张*", tail: "0417" }, { id: "v2", name: "李*", tail: "0981" }] } };
    return path in records ? { body: records[path] } : refusal(404, "not-found");
  });
  show(<TaskList />, { at: "/gateway/tasks" });
  const told = ["楼道堆物怎么清", "加装楼道照明", "升学 · 2026-01-01 至 2026-06-30 · 张* 0417", "敬老探访 · 2026-11-02 09:05 · 李* 0981"];
  const equal = ["张* 0417", "李* 0981"].map((name) => `敬老探访 · 2026-11-02 09:00 · 1 小时 30 分钟 · ${name}`);
  for (const words of [...told, ...equal]) {
    expect(await screen.findByText((_, element) => element?.tagName === "TD" && element.textContent === words)).toBeVisible();
  }
});

it("says that nothing waits, and what went wrong", async () => {
  serve([]);
  show(<TaskList />, { at: "/gateway/tasks" });
  expect(await screen.findByText("没有等您办理的事项")).toBeVisible();
});

it("says what went wrong", async () => {
  pretendServer(() => refusal(503, "unavailable"));
  show(<TaskList />, { at: "/gateway/tasks" });
  expect(await screen.findByRole("alert")).toBeVisible();
});

it.each([
  [{ overdue: true }, "overdue"],
  [{ overdue: true, state: "closed" as const }, "late"],
  [{ due_on: dayOf(new Date()) }, "today"],
  [{ due_on: "2999-01-01" }, undefined],
  [{}, undefined],
])("marks %o as %s", (given, mark) => {
  expect(dueState(fakeTask(given), dayOf(new Date()))).toBe(mark);
});
