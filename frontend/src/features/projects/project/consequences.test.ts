/** What is said before a project is approved. */
import { expect, it } from "vitest";
import { inventedProject } from "../invented";
import { consequencesOf, drawnOn } from "./consequences";

it("names the budgets that an approval draws on", () => {
  const line = { id: "line-1", budget_id: "budget-1", purpose: "助餐", amount_fen: 800_000, committed_fen: 0 };
  const budget = { id: "budget-1", name: "东城街道 2026 年三社联动" };
  const drawn = drawnOn([line] as Parameters<typeof drawnOn>[0], [budget] as Parameters<typeof drawnOn>[1]);
  expect(consequencesOf(inventedProject({ state: "submitted" }), drawn).approval).toContain("从“东城街道 2026 年三社联动”列支 8,000.00 元；批准不能撤回");
});
