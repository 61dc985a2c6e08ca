/** One account: its roles, and the acts of administrators. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import { areas, inventedAccount } from "../invented";
import AccountPage from "./AccountPage";
import type { Account } from "./queries";

function open(record: Account) {
  const asked = pretendServer(({ path }) => ({ body: path.endsWith("/areas") ? { items: areas, next: null, count: null } : record }));
  const router = show(<AccountPage />, { at: "/gateway/accounts/a1", path: "/gateway/accounts/:id" });
  return { asked, router };
}

const dialogOf = async (label: string) => within((await screen.findByLabelText(label)).closest(".ant-modal") as HTMLElement);

it("shows roles with the last day on which they hold", async () => {
  open(inventedAccount());
  expect(await screen.findByText("镇街经办")).toBeVisible();
  expect(screen.getByText("2026-12-31")).toBeVisible();
});

it("takes a role back with a reason, on the version of the account", async () => {
  const { asked } = open(inventedAccount());
  fireEvent.click(await screen.findByText("收回"));
  const dialog = await dialogOf("收回的理由");
  fireEvent.change(dialog.getByLabelText("收回的理由"), { target: { value: "调离岗位" } });
  fireEvent.click(dialog.getByText("收回", { selector: "button *" }));
  await waitFor(() => expect(asked.some(({ method }) => method === "POST")).toBe(true));
  const sent = asked.find(({ method }) => method === "POST");
  expect(sent).toMatchObject({ path: "/api/gateway/accounts/a1/grants/g1/revocation", body: { reason: "调离岗位" } });
  expect(sent?.headers.get("If-Match")).toBe('"5"');
});

it("says who must act for an account without a role, and leads there", async () => {
  const actions = [{ name: "grants", method: "POST", href: "/api/gateway/accounts/a1/grants", needs_reason: false, label: "授予角色" }];
  const { router } = open(inventedAccount({ grants: [], roles: [], actions }));
  expect(await screen.findByText("授予角色后才能办理业务")).toBeVisible();
  fireEvent.click(screen.getByText("授予角色"));
  expect(router.state.location.pathname).toBe("/gateway/accounts/a1/grants/new");
});

it("says why an account is disabled", async () => {
  open(inventedAccount({ state: "disabled", disabled_because: "离职" }));
  expect(await screen.findByText("已停用，不能登录：离职")).toBeVisible();
});
