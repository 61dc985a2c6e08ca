/** Drafting a purchase: the points beside a hundred, codes given once, refusals on their fields. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal, type Asked } from "@/testing/server";
import { account, inventedProject } from "../invented";
import { inventedMethod } from "../inventedSpending";
import { coded } from "./criteria";
import PurchaseForm from "./PurchaseForm";

const line = { id: "line-1", budget_id: "budget-1", purpose: "助餐服务", amount_fen: 5_000_000, committed_fen: 5_000_000 };

function officer({ method, path }: Asked) {
  if (path === "/api/gateway/me") return { body: account("town_officer") };
  if (method === "POST") return refusal(422, "criteria-unsound", { errors: [{ pointer: "/criteria", title: "须有一项价格因素，分值不低于 10 分" }, { pointer: "/ceiling_fen", title: "超过明细余额" }] });
  if (path.endsWith("/projects/project-1")) return { body: inventedProject() };
  if (path.endsWith("/purchase-methods")) return { body: { items: [inventedMethod({ method: "open_tender" })], next: null, count: null } };
  return { body: { items: path.includes("/lines") ? [line] : [], next: null, count: null } };
}

const typed = { requirement: "每周为 30 位独居长者送餐两次。", catalogue_code: "A0802", method: "open_tender", ceiling_fen: 5_000_000, bids_due_at: "2026-12-30T09:00:00+08:00", contact_office: "镇民政办公室", contact_phone: "0769-00000000" };

it("sends criteria with codes of their own, and lays refusals where they belong", async () => {
  sessionStorage.setItem("own::draft:projects/purchase/new/project-1", JSON.stringify({ values: typed }));
  const asked = pretendServer(officer);
  show(<PurchaseForm />, { at: "/projects/purchases/new?project_id=project-1" });
  expect(await screen.findByText("合计 100 分，应为 100 分")).toBeVisible();
  fireEvent.change(within(screen.getByRole("group", { name: "因素 2" })).getByLabelText("分值"), { target: { value: "35" } });
  expect(await screen.findByText("合计 85 分，应为 100 分，还差 15 分")).toBeVisible();
  fireEvent.click(screen.getByText("保存草稿"));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({
    ...typed,
    line_id: "line-1",
    title: "邻里食堂",
    invited_ids: [],
    criteria: [{ code: "price_1", points: 20 }, { code: "quality_1", points: 35 }, { code: "quality_2", points: 30 }],
  }));
  expect(await screen.findByText("超过明细余额")).toBeVisible();
  expect(await screen.findByText(/须有一项价格因素，分值不低于 10 分/)).toBeVisible();
});

it("says the earliest deadline at its field and does not send one that is nearer", async () => {
  sessionStorage.setItem("own::draft:projects/purchase/new/project-1", JSON.stringify({ values: { ...typed, bids_due_at: "2026-12-01T09:00:00+08:00" } }));
  const asked = pretendServer(officer);
  show(<PurchaseForm />, { at: "/projects/purchases/new?project_id=project-1" });
  const limit = "公告到投标截止不少于 10 个自然日：今天公告，最早 2026-12-10 00:00";
  expect(await screen.findByText(limit)).toBeVisible();
  fireEvent.click(screen.getByText("保存草稿"));
  await waitFor(() => expect(screen.getAllByText(limit)).toHaveLength(2));
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
});

it("keeps a code that a criterion has, and gives free ones to others", () => {
  const rows = [{ name: "方案", kind: "quality" as const, points: 50, code: "quality_2" }, { name: "业绩 ", kind: "quality" as const, points: 30 }, { name: "团队", kind: "quality" as const, points: 20 }];
  expect(coded(rows).map(({ code, name }) => [code, name])).toEqual([["quality_2", "方案"], ["quality_1", "业绩"], ["quality_3", "团队"]]);
});

it("leads from a project without lines back to it, saying what can be done", async () => {
  pretendServer((asked) => (asked.path.includes("/lines") ? { body: { items: [], next: null, count: null } } : officer(asked)));
  show(<PurchaseForm />, { at: "/projects/purchases/new?project_id=project-1" });
  expect(await screen.findByText(/由镇街或村（社区）经办结项/)).toBeVisible();
  expect(screen.getByRole("link", { name: "回到项目" })).toHaveAttribute("href", "/projects/projects/project-1");
});
