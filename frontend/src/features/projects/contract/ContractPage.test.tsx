/** One contract: how far each stage is, and a change that the other side agrees to. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { account, inventedProject, verb } from "../invented";
import { inventedAcceptance, inventedContract } from "../inventedSpending";
import ContractPage from "./ContractPage";
import type { Change } from "./queries";

const ground = { code: "schedule", name: "服务期限或进度调整，金额不变或减少", article: "民法典第543条" };
const change: Change = {
  id: "change-1",
  version: 1,
  area_id: "area-1",
  contract_id: "contract-1",
  ground: "schedule",
  reason: "居民要求延长一个月。",
  ends_on: "2027-06-30",
  stages: [{ no: 1, name: "首季服务", amount_fen: 2_400_000, due_on: "2027-02-28", evidence: ["服务记录"] }, { no: 2, name: "次季服务", amount_fen: 2_300_000, due_on: "2027-06-30", evidence: ["服务记录"] }],
  amount_fen: 4_700_000,
  state: "proposed",
  side: "purchaser",
  proposed_at: "2026-12-20T01:00:00Z",
  decided_at: null,
  decided_because: null,
  actions: [verb("contract-changes/change-1/agreement", "同意变更"), verb("contract-changes/change-1/refusal", "不同意或撤回", { needs_reason: true })],
  links: {},
};

const page = (items: unknown[]) => ({ items, next: null, count: null });

function answer({ method, path }: Asked): { body: unknown } {
  if (path === "/api/gateway/me") return { body: account("organisation_manager") };
  if (method !== "GET") return { body: { id: "contract-1" } };
  if (path.includes("contract-grounds")) return { body: page([ground]) };
  if (path.includes("/changes")) return { body: page([change]) };
  if (path.endsWith("/contracts/contract-1")) return { body: inventedContract() };
  if (path.endsWith("/projects/project-1")) return { body: inventedProject() };
  return { body: page([]) };
}

it("shows each stage with what has to be shown for it, and who acts next", async () => {
  pretendServer(answer);
  show(<ContractPage />, { at: "/projects/contracts/contract-1", path: "/projects/contracts/:id" });
  expect(await screen.findByText("验收“首季服务”")).toBeVisible();
  const stages = within(screen.getByRole("region", { name: "合同阶段" }));
  expect(stages.getByText("服务记录、签到表")).toBeVisible();
  expect(stages.getByText("2 个阶段，合计 48,000.00 元")).toBeVisible();
});

it("leads to the acceptance under way rather than to a change", async () => {
  const change = verb("contracts/contract-1/changes", "提出变更");
  pretendServer((asked) => {
    if (asked.path.includes("/acceptances?")) return { body: page([inventedAcceptance()]) };
    return asked.path.endsWith("/contracts/contract-1") ? { body: inventedContract({ actions: [change] }) } : answer(asked);
  });
  show(<ContractPage />, { at: "/projects/contracts/contract-1", path: "/projects/contracts/:id" });
  expect((await screen.findByRole("link", { name: "去验收" })).getAttribute("href")).toBe("/projects/acceptances/acceptance-1");
  expect(screen.getByRole("button", { name: "提出变更" })).not.toHaveClass("ant-btn-primary");
});

it("agrees to a change only after saying what it comes to", async () => {
  const asked = pretendServer(answer);
  show(<ContractPage />, { at: "/projects/contracts/contract-1?tab=changes", path: "/projects/contracts/:id" });
  fireEvent.click(await screen.findByText("同意变更"));
  expect(await screen.findByText("同意后合同金额为 47,000.00 元，较现在减少 1,000.00 元，期限至 2027-06-30；同意不能撤回。")).toBeInTheDocument();
  fireEvent.click(within(screen.getByRole("dialog", { hidden: true })).getByText("同意变更", { selector: "button *" }));
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith("/contract-changes/change-1/agreement"))).toBe(true));
});
