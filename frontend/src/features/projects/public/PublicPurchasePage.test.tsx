/** An announcement for everybody: whom to ask and how to bid, and nothing of how officers work. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal, type Asked } from "@/testing/server";
import { inventedPurchase } from "../inventedSpending";
import PublicPurchasePage from "./PublicPurchasePage";

function open(changes: Parameters<typeof inventedPurchase>[0]) {
  pretendServer(({ path }: Asked) => {
    if (path === "/api/gateway/me") return refusal(401, "sign-in-needed");
    return { body: path.endsWith("/purchases/purchase-1") ? inventedPurchase(changes) : { items: [], next: null, count: null } };
  });
  show(<PublicPurchasePage />, { at: "/public/purchases/purchase-1", path: "/public/purchases/:id" });
}

it("names the office and its telephone, and leads to signing in for a bid", async () => {
  open({ state: "announced", bids_due_at: "2099-01-01T01:00:00Z", opened_at: null, bids: null });
  expect(await screen.findByText("镇民政办公室")).toBeVisible();
  expect(screen.getByRole("link", { name: "0769-00000000" })).toBeVisible();
  expect(screen.getByRole("link", { name: "登录后投标" }).getAttribute("href")).toBe("/sign-in?to=%2Fprojects%2Fpublished%2Fpurchases%2Fpurchase-1");
  expect(screen.queryByText("下一步")).toBeNull();
});

it("invites no bid once the deadline has passed, and leads to the result", async () => {
  open({ state: "proposed", notice_id: "notice-1" });
  expect((await screen.findByRole("link", { name: "查看成交公示" })).getAttribute("href")).toBe("/public/notices/notice-1");
  expect(screen.queryByText("如何投标")).toBeNull();
  expect(screen.queryByText("下一步")).toBeNull();
});

it("names who won, and tells the uninvited that only the invited bid", async () => {
  open({ state: "awarded", awarded_at: "2026-11-20T01:00:00Z", awarded_fen: 4_800_000, awarded_name: "演示睦邻社工服务中心", invited_only: true });
  expect(await screen.findByText("演示睦邻社工服务中心")).toBeVisible();
  expect(screen.getByText(/（仅受邀供应商投标）/)).toBeVisible();
});
