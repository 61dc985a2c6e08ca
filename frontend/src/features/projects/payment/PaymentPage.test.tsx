/** One payment: the sum that anybody can do again, the share that two people decide, and the second person's deed. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { account, inventedProject, verb } from "../invented";
import { inventedPayment } from "../inventedSpending";
import PaymentPage from "./PaymentPage";
import type { Payment } from "./queries";

function open(record: Payment) {
  const asked = pretendServer(({ method, path }: Asked) => {
    if (path === "/api/gateway/me") return { body: account("town_officer") };
    if (method !== "GET" || path.endsWith("/payments/payment-1")) return { body: record };
    return { body: path.endsWith("/projects/project-1") ? inventedProject() : { items: [], next: null, count: null } };
  });
  show(<PaymentPage />, { at: "/projects/payments/payment-1", path: "/projects/payments/:id" });
  return asked;
}

const dialog = async () => within(await screen.findByRole("dialog", { hidden: true }));

it("shows the amount as a sum, and says what a request will do", async () => {
  open(inventedPayment({ actions: [verb("payments/payment-1/request", "制单")] }));
  expect(await screen.findByText("24,000.00 元 × 约 90.75 % = 21,780.09 元")).toBeVisible();
  fireEvent.click(screen.getByText("制单", { selector: "button *" }));
  expect((await dialog()).getByText(/21,780.09 元；由另一人核对后付款/)).toBeInTheDocument();
});

it("sends a proposed share in whole parts per million", async () => {
  const asked = open(inventedPayment({ state: "undecided", share_ppm: null, amount_fen: null, answered: 3, actions: [verb("payments/payment-1/share", "提出应付比例")] }));
  expect(await screen.findByText("24,000.00 元 × 待定比例")).toBeVisible();
  fireEvent.click(screen.getByText("提出应付比例", { selector: "button *" }));
  const asking = await dialog();
  fireEvent.change(asking.getByLabelText("应付比例"), { target: { value: "85.5" } });
  fireEvent.blur(asking.getByLabelText("应付比例"));
  expect(asking.getByLabelText("应付比例")).toHaveValue("85.5");
  fireEvent.change(asking.getByLabelText("理由"), { target: { value: "走访了全部参与居民，均表示满意。" } });
  fireEvent.click(asking.getByText("提出应付比例", { selector: "button *" }));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ share_ppm: 855_000, reason: "走访了全部参与居民，均表示满意。" }));
});

it("is made with the treasury's number", async () => {
  const asked = open(inventedPayment({ state: "requested", requested_at: "2027-03-13T01:00:00Z", actions: [verb("payments/payment-1/making", "付款"), verb("payments/payment-1/return", "退回付款单", { needs_reason: true })] }));
  fireEvent.click(await screen.findByText("付款", { selector: "button *" }));
  const asking = await dialog();
  fireEvent.change(asking.getByLabelText("国库支付编号"), { target: { value: " GK-2027-0001 " } });
  fireEvent.click(asking.getByText("付款", { selector: "button *" }));
  await waitFor(() => expect(asked.find(({ path }) => path.endsWith("/making"))?.body).toEqual({ reference: "GK-2027-0001" }));
});

it("never says that a share was computed from no answers", async () => {
  open(inventedPayment({ state: "undecided", share_ppm: null, amount_fen: null, answered: 0 }));
  expect(await screen.findByText("没有居民作答，应付比例由两人决定，尚未提出")).toBeVisible();
  expect(screen.queryByText(/按 0 份居民答卷计算/)).toBeNull();
});
