/** The line from the need to the payment. */
import { expect, it } from "vitest";
import { inventedProject } from "./invented";
import { inventedAcceptance, inventedContract, inventedPayment, inventedPurchase } from "./inventedSpending";
import { moneySteps } from "./moneyChain";
import { consequencesOf } from "./project/consequences";
import { nextOfProject, WITHOUT_LINES } from "./project/nextOfProject";
import type { Spending } from "./spending";

const OFFICER = { needs: true, purchases: true };
const MANAGER = { needs: false, purchases: false };
const NOTHING: Spending = { purchases: [], contracts: [], acceptances: [], payments: [] };

it("leads through everything that came of a project, with what each step has come to", () => {
  const spending: Spending = {
    purchases: [inventedPurchase({ id: "purchase-2", state: "awarded" }), inventedPurchase({ state: "failed" })],
    contracts: [inventedContract()],
    acceptances: [inventedAcceptance({ id: "acceptance-2" }), inventedAcceptance({ state: "passed" })],
    payments: [inventedPayment()],
  };
  expect(moneySteps("项目", inventedProject({ deliberation_id: "deliberation-1" }), spending, OFFICER)).toMatchObject([
    { label: "需求", to: "/projects/needs/need-1", at: "done" },
    { label: "议事", to: "/projects/deliberations/deliberation-1", note: "达成一致", at: "done" },
    { label: "项目", at: "current", note: "执行中" },
    { label: "采购", to: "/projects/purchases?project_id=project-1", note: "共 2 次 · 已成交", at: "done" },
    { label: "合同", to: "/projects/contracts/contract-1", note: "履行中", at: "done" },
    { label: "活动", to: "/projects/activities?project_id=project-1", note: "已办 2 · 待办 1", at: "done" },
    { label: "验收", to: "/projects/acceptances?project_id=project-1", note: "通过 1 · 待办 1", at: "done" },
    { label: "支付", to: "/projects/payments/payment-1", note: "已付 0 · 待付 1", at: "ahead" },
  ]);
});

it("leaves what has not begun ahead, without a link, and says what is carried out without a purchase", () => {
  const own = inventedProject({ organisation_id: "organisation-1", activities_held: 0, activities_published: 0 });
  const steps = moneySteps("项目", own, NOTHING, OFFICER).slice(3);
  expect(steps.map(({ at, to }) => [at, to])).toEqual([["ahead", undefined], ["ahead", undefined], ["ahead", undefined], ["ahead", undefined], ["ahead", undefined]]);
  expect(steps[0]?.note).toBe("未经采购");
});

it("leads an organisation's manager only to pages that open", () => {
  const steps = moneySteps("合同", inventedProject({ need_ids: ["need-1", "need-2"] }), { ...NOTHING, purchases: [inventedPurchase()] }, MANAGER);
  expect(steps[0]).toMatchObject({ to: "/projects/projects/project-1?tab=needs", note: "2 项" });
  expect(steps[1]).toMatchObject({ note: "未经议事", at: "ahead" });
  expect(steps[3]).toMatchObject({ to: "/projects/published/purchases/purchase-1", note: "评审中" });
});

it("says of an approved project first what waits furthest along", () => {
  const approved = inventedProject();
  const what = (spending: Spending) => nextOfProject(approved, spending)?.what;
  expect(what(NOTHING)).toBe("按计划举办已发布的 1 次活动");
  expect(what({ ...NOTHING, purchases: [inventedPurchase({ state: "draft" })] })).toBe("核对采购方案后发布公告");
  expect(what({ ...NOTHING, purchases: [inventedPurchase({ state: "awarded" })] })).toBe("按成交结果起草合同");
  expect(what({ ...NOTHING, purchases: [inventedPurchase({ state: "awarded" })], contracts: [inventedContract()] })).toBe("按计划举办已发布的 1 次活动（合同第 1 阶段“首季服务”，至 2027-02-28）");
  expect(what({ ...NOTHING, acceptances: [inventedAcceptance()], payments: [inventedPayment()] })).toBe("制单");
  expect(nextOfProject(approved, { ...NOTHING, payments: [inventedPayment()] })?.ways).toEqual([{ label: "查看付款", to: "/projects/payments/payment-1", isMain: true }]);
});

it("asks for lines before approval, and says afterwards how one comes to buy without them", () => {
  const bare = { lines_fen: 0, free_fen: 0, activities_published: 0, activities_held: 0 };
  const draft = inventedProject({ ...bare, state: "draft" });
  expect(nextOfProject(draft)?.what).toBe("编制预算明细（要采购的项目须在批准前编好），再提交审批");
  expect(consequencesOf(draft).submission).toContain("预算 50,000.00 元还没有编制明细（合计 0.00 元）");
  expect(consequencesOf(draft).approval).toContain("没有明细的项目不能采购");
  expect(consequencesOf(inventedProject({ state: "draft" })).submission).not.toContain("注意");
  expect(nextOfProject(inventedProject(bare))).toMatchObject({ what: WITHOUT_LINES, ways: [{ to: "/projects/projects/project-1?tab=needs" }] });
  expect(nextOfProject(inventedProject({ ...bare, lines_fen: 5_000_000, free_fen: 5_000_000, buying_due: true }))?.what).toContain("起草采购");
});
