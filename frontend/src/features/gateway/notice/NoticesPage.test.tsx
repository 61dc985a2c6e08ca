/** Notices: unread ones are marked, read one by one or all up to the latest seen, and lead to their record. */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal } from "@/testing/server";
import NoticesPage from "./NoticesPage";
import type { Notice } from "./queries";

const notice = (given: Partial<Notice> = {}): Notice => ({
  id: "n1", version: 1, area_id: "a", area_name: "花园新村社区", state: "unread", code: "activity-cancelled", title: "活动已取消", about: "邻里节",
  href: "/api/projects/activities/a1", page: "/projects/activities/a1", told_at: "2026-11-03T01:00:00Z", read_at: null,
  actions: [{ name: "reading", method: "POST", href: "/api/gateway/notices/n1/reading", needs_reason: false, label: "标为已读" }], links: {}, ...given,
});

function serve() {
  const read = new Set<string>();
  return pretendServer(({ method, path }) => {
    if (method === "POST" && path.endsWith("/reading")) read.add("n1");
    if (method === "POST" && path.endsWith("/readings")) return { body: { marked: 1 } };
    if (method === "POST") return { body: notice({ state: "read", actions: [] }) };
    if (path.endsWith("/me")) return { body: { id: "a", kind: "staff", display_name: "陈敏", grants: [] } };
    if (!path.includes("/notices")) return { body: { items: [], next: null } };
    const first = notice(read.has("n1") ? { state: "read", actions: [] } : {});
    return { body: { items: [first, notice({ id: "n2", title: "项目已结项", about: null, state: "read", actions: [], told_at: "2026-11-02T01:00:00Z" })], next: null } };
  });
}

it("reads one by its button and shows it as read", async () => {
  serve();
  show(<NoticesPage />, { at: "/gateway/notices" });
  expect(await screen.findByRole("link", { name: "活动已取消：邻里节" })).toHaveAttribute("href", "/projects/activities/a1");
  expect(screen.getByText("未读")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "标为已读" }));
  expect(await screen.findAllByText("已读")).toHaveLength(2);
  expect(screen.queryByRole("button", { name: "全部标为已读" })).toBeNull();
});

it("reads all up to the latest that was seen", async () => {
  const asked = serve();
  show(<NoticesPage />, { at: "/gateway/notices" });
  await userEvent.click(await screen.findByRole("button", { name: "全部标为已读" }));
  await waitFor(() => expect(asked.find(({ path }) => path.endsWith("/readings"))?.body).toEqual({ until: "2026-11-03T01:00:00Z" }));
});

it("names the subject of every notice, a payment with its amount", async () => {
  pretendServer(({ path }) => {
    if (path.endsWith("/payments/p1")) return { body: { title: "助餐服务 · 第 1 阶段", stage_fen: 2_400_000, amount_fen: 2_178_009 } };
    if (path.endsWith("/me")) return { body: { id: "a", kind: "staff", display_name: "陈敏", grants: [] } };
    if (!path.includes("/notices")) return { body: { items: [], next: null } };
    return { body: { items: [notice({ title: "阶段款已支付", about: null, href: "/api/projects/payments/p1" })], next: null } };
  });
  show(<NoticesPage />, { at: "/gateway/notices" });
  expect(await screen.findByRole("link", { name: "阶段款已支付：助餐服务 · 第 1 阶段 · 21,780.09 元" })).toBeVisible();
});

it("says what happened alone where its subject is not this reader's to read", async () => {
  pretendServer(({ path }) => {
    if (path.endsWith("/payments/p1")) return refusal(404, "not-found");
    if (path.endsWith("/me")) return { body: { id: "a", kind: "staff", display_name: "陈敏", grants: [] } };
    if (!path.includes("/notices")) return { body: { items: [], next: null } };
    return { body: { items: [notice({ title: "阶段款已支付", about: null, href: "/api/projects/payments/p1" })], next: null } };
  });
  show(<NoticesPage />, { at: "/gateway/notices" });
  expect(await screen.findByRole("link", { name: "阶段款已支付" })).toBeVisible();
});

it("opening the record reads it", async () => {
  const asked = serve();
  show(<NoticesPage />, { at: "/gateway/notices" });
  await userEvent.click(await screen.findByRole("link", { name: "活动已取消：邻里节" }));
  await waitFor(() => expect(asked.some(({ method, path }) => method === "POST" && path.endsWith("/n1/reading"))).toBe(true));
});

it("says that there is nothing yet", async () => {
  pretendServer(() => ({ body: { items: [], next: null } }));
  show(<NoticesPage />, { at: "/gateway/notices" });
  expect(await screen.findByText("还没有通知")).toBeVisible();
});

it("says what went wrong", async () => {
  pretendServer(() => refusal(503, "unavailable"));
  show(<NoticesPage />, { at: "/gateway/notices" });
  expect(await screen.findByRole("alert")).toBeVisible();
});
