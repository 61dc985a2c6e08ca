/** Budgets: the six balances, and the lines of a project beside its whole budget. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal, type Asked } from "@/testing/server";
import { account, inventedProject } from "../invented";
import ProjectLines from "../project/ProjectLines";
import BudgetPage from "./BudgetPage";

const budget = {
  id: "budget-1", version: 2, area_id: "town-1", level: "town", year: 2026, name: "社会工作专项", document: "东城财〔2026〕3号",
  granted_fen: 100_000_000, available_fen: 60_000_000, committed_fen: 20_000_000, tendered_fen: 5_000_000, contracted_fen: 5_000_000, payable_fen: 2_500_000, paid_fen: 7_500_000,
  actions: [], links: {},
};
const transfer = { id: "transfer-1", line_id: "line-1", cause_id: "project-1", source: "available", target: "committed", amount_fen: 20_000_000, posted_at: "2026-11-05T01:00:00Z", ground: "邻里食堂" };
const line = { id: "line-1", budget_id: "budget-1", purpose: "助餐服务", amount_fen: 3_000_000, committed_fen: 0 };
const page = (items: unknown[]) => ({ items, next: null, count: null });

function answer({ method, path }: Asked) {
  if (path === "/api/gateway/me") return { body: account("community_officer") };
  if (method === "PUT") return refusal(422, "lines-do-not-add-up", { title: "预算明细合计与项目预算不符。", errors: [{ pointer: "/lines", title: "预算明细合计与项目预算不符。" }] });
  if (path.includes("/transfers")) return { body: page([transfer]) };
  if (path.includes("/lines")) return { body: page([line]) };
  if (path.includes("/published/budgets")) return { body: page([budget]) };
  if (path.endsWith("/projects/project-1")) return { body: inventedProject({ state: "draft" }) };
  return { body: path.endsWith("/budgets/budget-1") ? budget : page([]) };
}

it("shows where every fen stands, and how it came there", async () => {
  pretendServer(answer);
  show(<BudgetPage />, { at: "/projects/budgets/budget-1", path: "/projects/budgets/:id" });
  for (const [name, fen] of [["可用", "60.00 万元600,000.00"], ["已安排", "200,000.00"], ["采购中", "50,000.00"], ["已签约", "50,000.00"], ["应付", "25,000.00"], ["已付", "75,000.00"]] as const)
    expect(await screen.findByRole("region", { name })).toHaveTextContent(`${fen} 元`);
  expect(screen.getByRole("region", { name: "可用" })).toHaveTextContent("占批复 60.0 %");
  expect(await screen.findByText("邻里食堂")).toBeVisible();
});

it("says what is left of the project's budget, and lays the service's refusal on the lines", async () => {
  const asked = pretendServer(answer);
  show(<ProjectLines />, { at: "/projects/projects/project-1/lines", path: "/projects/projects/:id/lines" });
  expect(await screen.findByText("合计 30,000.00 元，应为 50,000.00 元，还差 20,000.00 元")).toBeVisible();
  fireEvent.click(screen.getByText("保存明细"));
  await waitFor(() => expect(asked.find(({ method }) => method === "PUT")).toMatchObject({ body: { lines: [{ budget_id: "budget-1", purpose: "助餐服务", amount_fen: 3_000_000 }] } }));
  expect((await screen.findAllByText(/预算明细合计与项目预算不符/)).length).toBeGreaterThan(0);
});
