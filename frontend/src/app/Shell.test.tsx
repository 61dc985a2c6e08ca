/** The frame: who sees what. */
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Account } from "@/api/session";
import { show } from "@/testing/page";
import { LanguageProvider } from "@/ui/language";
import { pretendServer, refusal } from "@/testing/server";
import { mayOpen } from "./access";
import { PublicShell } from "./PublicShell";
import { Shell } from "./Shell";

const account: Account = {
  id: "a",
  kind: "staff",
  display_name: "陈敏",
  grants: [{ role: "town_officer", area_id: "t", area_name: "塘厦镇", scope_key: "x", organisation_id: null }],
};

it("shows name, area and menu to the signed-in", async () => {
  pretendServer(() => ({ body: account }));
  show(<Shell />, { at: "/dashboard" });
  expect(await screen.findByText("塘厦镇")).toBeVisible();
  expect(screen.getByText("陈敏")).toBeVisible();
  expect(screen.getByRole("link", { name: "驾驶舱" })).toHaveAttribute("aria-current", "page");
  expect(screen.getByRole("link", { name: "跳到正文" })).toHaveAttribute("href", "#page");
  // Whoever works by keyboard passes the whole menu with it.
  fireEvent.click(screen.getByRole("link", { name: "跳到正文" }));
  expect(screen.getByRole("main")).toHaveFocus();
});

it("never shows the bare code of a place whose name is not imported yet", async () => {
  pretendServer(() => ({ body: { ...account, grants: [{ ...account.grants[0], area_name: "441900003003" }] } }));
  show(<Shell />, { at: "/dashboard" });
  expect(await screen.findByText("名称待导入 003")).toBeVisible();
  expect(screen.queryByText(/441900003003/)).toBeNull();
});

it("says on every screen and in print that the records are invented", async () => {
  pretendServer(({ path }) => ({ body: path.endsWith("/installation") ? { demo: true } : account }));
  show(<Shell />, { at: "/dashboard" });
  expect(await screen.findAllByText("演示数据")).toHaveLength(2);
});

it("says so to visitors too", async () => {
  pretendServer(() => ({ body: { demo: true } }));
  show(<PublicShell />, { at: "/public" });
  expect(await screen.findByText("演示数据")).toBeVisible();
});

it("sends a visitor to sign in and remembers where to", async () => {
  pretendServer(() => refusal(401, "sign-in-needed"));
  const router = show(<Shell />, { at: "/projects/needs?state=raised" });
  await screen.findByText("elsewhere");
  expect(router.state.location.pathname + router.state.location.search).toBe("/sign-in?to=%2Fprojects%2Fneeds%3Fstate%3Draised");
});

const leave = async () => {
  fireEvent.click(await screen.findByText("陈敏"));
  fireEvent.click(await screen.findByText("退出登录"));
};

it("shows nothing of the person once signed out", async () => {
  let isIn = true;
  pretendServer(({ method }) => {
    if (method === "DELETE") isIn = false;
    return isIn ? { body: account } : refusal(401, "sign-in-needed");
  });
  const router = show(<Shell />, { at: "/dashboard" });
  sessionStorage.setItem("own:a:draft:projects/need/new", "{}");
  await leave();
  await screen.findByText("elsewhere");
  expect(sessionStorage.getItem("own:a:draft:projects/need/new")).toBeNull();
  expect(router.state.location.pathname).toBe("/sign-in");
  expect(screen.queryByText("陈敏")).toBeNull();
});

it("says that one is still signed in when signing out fails", async () => {
  pretendServer(({ method }) => (method === "DELETE" ? "network down" : { body: account }));
  show(<Shell />, { at: "/dashboard" });
  await leave();
  await waitFor(() => expect(screen.getByText("没有连上服务器，请检查网络后再试。")).toBeVisible());
  expect(screen.getByText("还没有退出登录")).toBeVisible();
});

it("moves the focus to the page that is opened, not on arrival", async () => {
  pretendServer(() => ({ body: account }));
  const router = show(<Shell />, { at: "/dashboard", path: "/*" });
  await screen.findByText("陈敏");
  expect(screen.getByRole("main")).not.toHaveFocus();
  await act(() => router.navigate("/projects/needs"));
  expect(screen.getByRole("main")).toHaveFocus();
});

it("offers screens by role", () => {
  expect(mayOpen({}, account)).toBe(true);
  expect(mayOpen({ roles: ["town_officer", "leader"] }, account)).toBe(true);
  expect(mayOpen({ roles: ["leader"] }, account)).toBe(false);
});

it("speaks English in the frame once that is chosen", async () => {
  pretendServer(() => ({ body: account }));
  show(<LanguageProvider><Shell /></LanguageProvider>, { at: "/dashboard" });
  fireEvent.click(await screen.findByText("陈敏"));
  fireEvent.click(await screen.findByText("English (menus only)"));
  expect(await screen.findByRole("link", { name: "Dashboard" })).toBeVisible();
});
