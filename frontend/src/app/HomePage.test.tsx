/** The first page: what waits for an officer, or the dashboard of whoever has nothing waiting. */
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import HomePage from "./HomePage";
import { SessionProvider } from "./session";
import { SideMenu } from "./SideMenu";

const nothing = { items: [], next: null, count: 0 };
const raised = { id: "need-1", title: "独居长者助餐", area_id: "a", category: "elderly", persons_affected: 30, raised_at: "2026-11-03T01:00:00Z" };

function signIn(role: string) {
  const account = { id: "a", kind: "staff", display_name: "陈敏", grants: [{ role, area_id: "t", area_name: "塘厦镇", scope_key: "x", organisation_id: null }], demo: false };
  const answer = ({ path }: Asked) => {
    if (path.endsWith("/me")) return { body: account };
    return { body: path.includes("/needs?") ? { items: [raised], next: null, count: 9 } : nothing };
  };
  const asked = pretendServer(answer);
  const router = show(<SessionProvider><SideMenu /><main><HomePage /></main></SessionProvider>);
  return { asked, router };
}

const lists = async () => {
  await screen.findByText("陈敏，您好");
  return within(screen.getByRole("main")).getAllByRole("region").map((list) => list.getAttribute("aria-label"));
};

it.each([
  ["community_officer", ["退回补正的项目", "待受理需求", "待确认时长"]],
  ["town_officer", ["待受理需求", "待审批项目", "待受理备案", "待确认时长"]],
  ["bureau_officer", ["待审批项目", "待确认时长"]],
])("lists what waits for a %s", async (role, expected) => {
  signIn(role);
  expect(await lists()).toEqual(expected);
  const entries = screen.getAllByRole("link").map(({ textContent }) => textContent);
  expect(entries.slice(0, 2)).toEqual(["驾驶舱", "待办"]);
});

it("says how many wait, opens each, and leads to all of them", async () => {
  const { asked } = signIn("town_officer");
  expect(await screen.findByText("独居长者助餐")).toHaveAttribute("href", "/projects/needs/need-1");
  const list = within(screen.getByRole("region", { name: "待受理需求" }));
  expect(list.getByText(/共 9 条/)).toBeVisible();
  expect(list.getByText("查看全部")).toHaveAttribute("href", "/projects/needs?state=raised");
  expect(await screen.findByText("没有等待审批的项目。")).toBeVisible();
  expect(asked.some(({ path }) => path.includes("/organisations?") && path.includes("state=submitted"))).toBe(true);
});

it("opens the dashboard for a leader, who has no work list", async () => {
  const { router } = signIn("leader");
  await screen.findByText("elsewhere");
  expect(router.state.location.pathname).toBe("/dashboard");
});
