/** The expert's desk: by keyboard alone, each bid on its own, one's own points shown again. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal, type Asked } from "@/testing/server";
import { account } from "../invented";
import { inventedBid, inventedPurchase } from "../inventedSpending";
import ScoringPage from "./ScoringPage";

const bids = [inventedBid(), inventedBid({ id: "bid-2", provider_name: "演示社工站" }), inventedBid({ id: "bid-3", provider_name: "演示无效组织", state: "excluded" })];
const own = { id: "score-1", version: 1, purchase_id: "purchase-1", bid_id: "bid-2", account_id: "account-1", points: { quality_1: 40, quality_2: 20 }, comment: "方案完整", scored_at: "2026-11-11T01:00:00Z" };
const page = (items: unknown[]) => ({ items, next: null, count: null });

function open(put: ReturnType<typeof refusal> | { body: unknown } = { body: own }) {
  const asked = pretendServer(({ method, path }: Asked) => {
    if (path === "/api/gateway/me") return { body: account("expert") };
    if (method === "PUT") return put;
    if (path.includes("/scores")) return { body: page([own]) };
    return { body: path.includes("/bids") ? page(bids) : inventedPurchase() };
  });
  show(<ScoringPage />, { at: "/projects/purchases/purchase-1/scoring", path: "/projects/purchases/:id/scoring" });
  return asked;
}

it("is filled by Tab and saved by Enter", async () => {
  const asked = open();
  expect(await screen.findByText("还有 1 家没有评分")).toBeVisible();
  expect(screen.queryByText("演示无效组织")).toBeNull();
  const form = within(screen.getByRole("region", { name: "演示睦邻社工服务中心" }));
  const user = userEvent.setup();
  form.getByLabelText("服务方案（50 分）").focus();
  await user.keyboard("45");
  await user.tab();
  await user.keyboard("26");
  await user.tab();
  await user.keyboard("方案可行");
  expect(form.getByText("合计 71 / 80 分")).toBeVisible();
  form.getByLabelText("人员与业绩（30 分）").focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(asked.filter(({ method }) => method === "PUT")).toMatchObject([{ path: "/api/projects/bids/bid-1/score", body: { points: { quality_1: 45, quality_2: 26 }, comment: "方案可行" } }]));
  expect(await form.findByText("评分已保存")).toBeVisible();
});

it("shows what was given before, and refuses what is above the criterion without asking", async () => {
  const asked = open();
  const form = within(await screen.findByRole("region", { name: "演示社工站" }));
  expect(form.getByLabelText("服务方案（50 分）")).toHaveValue("40");
  fireEvent.change(form.getByLabelText("服务方案（50 分）"), { target: { value: "51" } });
  fireEvent.click(form.getByText("保存修改"));
  expect(await form.findByText("须在 0 到 50 之间")).toBeVisible();
  expect(asked.some(({ method }) => method === "PUT")).toBe(false);
});

it("says why a score is not taken", async () => {
  open(refusal(409, "not-declared", { title: "请先作利益冲突声明。" }));
  const form = within(await screen.findByRole("region", { name: "演示社工站" }));
  fireEvent.click(form.getByText("保存修改"));
  expect(await form.findByText("请先作利益冲突声明。")).toBeVisible();
});
