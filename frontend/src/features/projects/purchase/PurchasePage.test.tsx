/** One purchase: who acts next, what is asked before it is done, and the way on to the contract. */
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { account, inventedProject, verb } from "../invented";
import { inventedBid, inventedMethod, inventedNotice, inventedObjection, inventedPurchase } from "../inventedSpending";
import PurchasePage from "./PurchasePage";
import type { Purchase } from "./queries";

const page = (items: unknown[]) => ({ items, next: null, count: null });

function open(record: Purchase, { role = "town_officer", bids = [inventedBid()], notice = inventedNotice(), panel = [] as unknown[], scores = [] as unknown[], methods = [] as unknown[], at = "" } = {}) {
  const asked = pretendServer(({ path, method }: Asked) => {
    if (path === "/api/gateway/me") return { body: account(role) };
    if (method !== "GET") return { body: record };
    if (path.endsWith("/objections?limit=200")) return { body: page([inventedObjection({ actions: [verb("objections/objection-1/answer", "答复异议")] })]) };
    if (path.endsWith("/purchase-methods")) return { body: page(methods) };
    if (path.endsWith("/scores?limit=200")) return { body: page(scores) };
    if (path.endsWith("/panel?limit=200")) return { body: page(panel) };
    if (path.includes("/notices/")) return { body: notice };
    if (path.endsWith("/bids?limit=200")) return { body: page(bids) };
    if (path.endsWith(`/purchases/${record.id}`)) return { body: record };
    if (path.endsWith("/projects/project-1")) return { body: inventedProject() };
    if (path.includes("/bids/")) return { body: bids.find(({ id }) => path.endsWith(id)) };
    return { body: page(path.includes("/purchases?") ? [record] : []) };
  });
  show(<PurchasePage />, { at: `/projects/purchases/purchase-1${at}`, path: "/projects/purchases/:id" });
  return asked;
}

it("says that a deadline is too near, and the earliest that it may be", async () => {
  open(inventedPurchase({ state: "draft", announced_at: null, opened_at: null, bids: null, bids_due_at: "2026-12-01T01:00:00Z", actions: [verb("purchases/purchase-1/revision", "修改", { method: "PUT" })] }), { methods: [inventedMethod()] });
  expect(await screen.findByText("投标截止 2026-12-01 09:00 过近或已过，先修改。公告到投标截止不少于 10 个自然日：今天公告，最早 2026-12-10 00:00")).toBeVisible();
});

it("names beside the panel how many it must be", async () => {
  open(inventedPurchase({ state: "opened", actions: [verb("purchases/purchase-1/panel", "组成评审小组", { method: "PUT" })] }), { methods: [inventedMethod()] });
  fireEvent.click(await screen.findByText("组成评审小组", { selector: "button *" }));
  expect(await screen.findByText("人数应为单数，不少于 3 人。应当回避的专家须换下。")).toBeInTheDocument();
});

it("opens bids only after asking, on the version that was seen", async () => {
  const asked = open(inventedPurchase({ state: "announced", opened_at: null, bids: null, actions: [verb("purchases/purchase-1/opening", "开标")] }));
  expect(await screen.findByText("投标已截止，开标")).toBeVisible();
  expect(screen.queryByRole("tab", { name: /^投标/ })).toBeNull();
  fireEvent.click(screen.getByText("开标", { selector: "button *" }));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  expect(dialog.getByText(/当众拆封“独居长者助餐服务”的全部投标/)).toBeInTheDocument();
  fireEvent.click(dialog.getByText("开标", { selector: "button *" }));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.headers.get("If-Match")).toBe('"3"'));
});

it("ranks the bids and says what an award will do", async () => {
  const bids = [
    inventedBid({ id: "bid-2", provider_name: "演示社工站", rank: 2, price_points: 2000, quality_points: 5550, amount_fen: 4_700_000 }),
    inventedBid({ rank: 1, price_points: 1958, quality_points: 7000 }),
  ];
  const record = inventedPurchase({ state: "proposed", proposed_bid_id: "bid-1", notice_id: "notice-1", actions: [verb("purchases/purchase-1/award", "确认成交")] });
  open(record, { bids, at: "?tab=bids", notice: inventedNotice({ state: "over" }) });
  const rows = (await within(await screen.findByRole("region", { name: "投标" })).findAllByRole("row")).slice(1);
  expect(rows.map((row) => row.textContent)).toEqual([expect.stringContaining("1演示睦邻社工服务中心（拟成交）"), expect.stringContaining("2演示社工站")]);
  expect(rows[0]).toHaveTextContent("89.58");
  expect(await screen.findByText("公示期满，确认成交")).toBeVisible();
  fireEvent.click(screen.getByText("确认成交", { selector: "button *" }));
  expect(await screen.findByText(/由 演示睦邻社工服务中心 以 48,000.00 元成交/)).toBeInTheDocument();
});

it("says that the review is to be concluded as soon as the whole panel has scored", async () => {
  open(inventedPurchase({ state: "opened", actions: [verb("purchases/purchase-1/proposal", "结束评审并公示")] }));
  expect(await screen.findByText("评审小组已评完：结束评审并公示拟成交结果")).toBeVisible();
  cleanup();
  open(inventedPurchase({ state: "opened", actions: [] }));
  expect(await screen.findByText(/评审小组声明利益冲突、逐家评分/)).toBeVisible();
});

const isMain = (name: string) => screen.getByRole("button", { name }).classList.contains("ant-btn-primary");

it("asks first for a panel, and no more for another one once somebody sits on it", async () => {
  const record = inventedPurchase({ actions: [verb("purchases/purchase-1/panel", "组成评审小组", { method: "PUT" })] });
  open(record);
  await screen.findByText("组成评审小组");
  expect(isMain("组成评审小组")).toBe(true);
  cleanup();
  const seat = { id: "seat-1", version: 1, purchase_id: "purchase-1", account_id: "expert-1", declared_at: null, conflicted: null };
  open(record, { panel: [seat] });
  await waitFor(() => expect(isMain("组成评审小组")).toBe(false));
});

it("names the day from which an award can be confirmed", async () => {
  open(inventedPurchase({ state: "proposed", notice_id: "notice-1" }));
  expect(await screen.findByText("公示期内受理异议；确认成交 2026-11-16 期满后可办，由另一人办理")).toBeVisible();
});

it("asks an expert to explain a stake, and nothing where there is none", async () => {
  const asked = open(inventedPurchase({ actions: [verb("purchases/purchase-1/declaration", "利益冲突声明")] }), { role: "expert" });
  fireEvent.click(await screen.findByText("利益冲突声明", { selector: "button *" }));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  fireEvent.click(dialog.getByLabelText("与投标组织有利益关系，应当回避"));
  expect(await dialog.findByLabelText("说明")).toBeInTheDocument();
  fireEvent.click(dialog.getByLabelText("与各投标组织均无利益关系"));
  await waitFor(() => expect(dialog.queryByLabelText("说明")).toBeNull());
  fireEvent.click(dialog.getByText("利益冲突声明", { selector: "button *" }));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ conflicted: false, statement: "" }));
});

it("shows the objections and answers one with reasons", async () => {
  const asked = open(inventedPurchase({ state: "proposed", notice_id: "notice-1" }), { at: "?tab=notice", notice: inventedNotice({ objections_waiting: 1 }) });
  expect(await screen.findByText("答复 1 件异议")).toBeVisible();
  fireEvent.click(await screen.findByText("答复异议", { selector: "button *" }));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  fireEvent.click(dialog.getByLabelText("不成立，维持公示的结果"));
  fireEvent.change(dialog.getByLabelText("答复"), { target: { value: "经核对业绩合同原件，材料属实。" } });
  fireEvent.click(dialog.getByText("答复异议", { selector: "button *" }));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ upheld: false, text: "经核对业绩合同原件，材料属实。" }));
});

it("leads from an award to the contract", async () => {
  open(inventedPurchase({ state: "awarded", awarded_at: "2026-11-20T01:00:00Z", awarded_fen: 4_800_000 }));
  expect((await screen.findByRole("link", { name: "起草合同" })).getAttribute("href")).toBe("/projects/contracts/new?purchase_id=purchase-1");
});

it("leads an expert to the scoring who is offered it, and no other", async () => {
  open(inventedPurchase(), { role: "expert" });
  await screen.findByText("评审因素");
  await waitFor(() => expect(screen.queryByRole("link", { name: "评分" })).toBeNull());
  cleanup();
  open(inventedPurchase(), { role: "expert", bids: [inventedBid({ actions: [verb("bids/bid-1/score", "评分")] })] });
  expect((await screen.findByRole("link", { name: "评分" })).getAttribute("href")).toBe("/projects/purchases/purchase-1/scoring");
});

it("shows each expert's points and opinion once the review is concluded", async () => {
  const score = { id: "score-1", version: 1, purchase_id: "purchase-1", bid_id: "bid-1", account_id: "account-9", points: { quality_1: 40, quality_2: 20 }, comment: "方案完整，人员稳定", scored_at: "2026-11-11T01:00:00Z" };
  open(inventedPurchase({ state: "proposed", proposed_at: "2026-11-12T01:00:00Z", proposed_bid_id: "bid-1" }), { scores: [score], at: "?tab=scores" });
  const table = within(await screen.findByRole("region", { name: "评分与评审意见" }));
  expect(await table.findByText("方案完整，人员稳定")).toBeVisible();
  expect(table.getByText("60")).toBeVisible();
});
