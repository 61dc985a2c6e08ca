/** One organisation: what is next, and the acts that ask for more. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal } from "@/testing/server";
import { areas, invented, verb } from "../invented";
import OrganisationPage from "./OrganisationPage";
import type { Organisation } from "./queries";

/** The dialog that a button of the record opens, and its own button of the same word. */
async function opened(act: string) {
  fireEvent.click(await screen.findByText(act));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  return { dialog, confirm: () => fireEvent.click(dialog.getByText(act, { selector: "button *" })) };
}

const reviewing = [verb("filing", "准予备案"), verb("return", "退回补正", { needs_reason: true })];

function open(record: Organisation, onFiling: { status?: number; body?: unknown } = { body: record }) {
  const asked = pretendServer(({ method, path }) => {
    if (method !== "GET") return onFiling;
    return { body: path.endsWith("/areas") ? { items: areas, next: null, count: null } : record };
  });
  const router = show(<OrganisationPage />, { at: "/registry/organisations/o1", path: "/registry/organisations/:id" });
  return { asked, router };
}

it("says what waits and for whom, and under which rule it was submitted", async () => {
  open(invented({ actions: reviewing }));
  const next = within((await screen.findByText("下一步")).closest("section") as HTMLElement);
  expect(next.getByText(/受理审查：准予备案，或退回补正/)).toBeVisible();
  expect(await next.findByText(/塘厦镇/)).toBeVisible();
  expect(screen.getByText("粤民规字〔2022〕2号(试行)")).toBeVisible();
  expect(screen.getByText("2026-11-20 09:30")).toBeVisible();
  expect(screen.getByText("演*")).toBeVisible();
});

it("asks the filing number before it files, and does not go without", async () => {
  const { asked } = open(invented({ actions: reviewing }));
  const { dialog, confirm } = await opened("准予备案");
  confirm();
  expect(await dialog.findByText("请填写备案号")).toBeVisible();
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
  fireEvent.change(dialog.getByLabelText("备案号"), { target: { value: "塘备〔2026〕001号" } });
  confirm();
  await waitFor(() => expect(screen.queryByText("备案号")).toBeNull());
  const sent = asked.find(({ method }) => method === "POST");
  expect(sent).toMatchObject({ path: "/api/registry/organisations/o1/filing", body: { number: "塘备〔2026〕001号" } });
  expect(sent?.headers.get("If-Match")).toBe('"3"');
  expect(sent?.headers.get("Idempotency-Key")).toBeTruthy();
});

it("shows a refused number on its field", async () => {
  open(invented({ actions: reviewing }), refusal(422, "invalid", { title: "填写的内容有误。", errors: [{ pointer: "/number", title: "格式不符" }] }));
  const { dialog, confirm } = await opened("准予备案");
  fireEvent.change(dialog.getByLabelText("备案号"), { target: { value: "001#" } });
  confirm();
  expect(await dialog.findByText("格式不符")).toBeVisible();
});

it("shows why it was returned and leads to the correction", async () => {
  const actions = [verb("revision", "修改", { method: "PUT" }), verb("submission", "提交备案")];
  const { router, asked } = open(invented({ state: "correction", returned_because: "名称不合规", actions }));
  expect(await screen.findByText("按退回意见补正后重新提交：名称不合规")).toBeVisible();
  fireEvent.click(screen.getByText("修改"));
  expect(router.state.location.pathname).toBe("/registry/organisations/o1/revision");
  expect(asked.some(({ method }) => method === "PUT")).toBe(false);
});
