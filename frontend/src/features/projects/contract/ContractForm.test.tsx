/** The terms of a contract: drafted to the amount of the award, and changed without touching settled stages. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { inventedContract, inventedPurchase } from "../inventedSpending";
import ChangeForm from "./ChangeForm";
import ContractForm from "./ContractForm";

function answer({ method, path }: Asked): { body: unknown } {
  if (method !== "GET" || path.endsWith("/contracts/contract-1")) return { body: inventedContract() };
  if (path.endsWith("/purchases/purchase-1")) return { body: inventedPurchase({ state: "awarded", awarded_fen: 4_800_000 }) };
  return { body: { items: [], next: null, count: null } };
}

it("numbers the stages of a draft and says what is left of the award", async () => {
  const stages = [{ name: "首季服务", amount_fen: 2_000_000, due_on: "2027-02-28", evidence: ["服务记录"] }, { name: "次季服务", amount_fen: 2_400_000, due_on: "2027-05-31", evidence: ["服务记录"] }];
  const terms = { number: "东城购〔2026〕001号", starts_on: "2026-12-01", ends_on: "2027-05-31" };
  sessionStorage.setItem("own::draft:projects/contract/new/purchase-1", JSON.stringify({ values: { ...terms, stages } }));
  const asked = pretendServer(answer);
  show(<ContractForm />, { at: "/projects/contracts/new?purchase_id=purchase-1" });
  expect(await screen.findByText("合计 44,000.00 元，应为 48,000.00 元，还差 4,000.00 元")).toBeVisible();
  fireEvent.click(screen.getByText("保存草案"));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")).toMatchObject({
    path: "/api/projects/purchases/purchase-1/contract",
    body: { ...terms, stages: [{ no: 1, amount_fen: 2_000_000 }, { no: 2, amount_fen: 2_400_000 }] },
  }));
});

it("changes no stage that was asked to be accepted", async () => {
  pretendServer(answer);
  show(<ChangeForm />, { at: "/projects/contracts/contract-1/changes/new", path: "/projects/contracts/:id/changes/new" });
  const first = within(await screen.findByRole("group", { name: "阶段 1" }));
  expect(first.getByLabelText("阶段名称")).toBeDisabled();
  expect(first.queryByRole("button", { name: "移除阶段 1" })).toBeNull();
  expect(within(screen.getByRole("group", { name: "阶段 2" })).getByLabelText("阶段名称")).toBeEnabled();
});
