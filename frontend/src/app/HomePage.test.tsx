/** The first page: what waits for an officer, or the dashboard of whoever has nothing waiting. */
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeTask } from "@/features/gateway/task/fakes";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import HomePage from "./HomePage";
import { SessionProvider } from "./session";
import { SideMenu } from "./SideMenu";

const nothing = { items: [], next: null, count: 0 };
const late = fakeTask({ title: "审批服务项目", due_on: "2026-11-01", overdue: true, href: "/api/projects/projects/p1", page: "/projects/projects/p1" });

function signIn(role: string, tasks: unknown[] = [late]) {
  const account = { id: "a", kind: "staff", display_name: "陈敏", grants: [{ role, area_id: "t", area_name: "塘厦镇", scope_key: "x", organisation_id: null }] };
  const answer = ({ path }: Asked) => {
    if (path.endsWith("/me")) return { body: account };
    if (path.startsWith("/api/gateway/notices")) return { body: { ...nothing, count: 3 } };
    if (path.startsWith("/api/projects/projects/p1")) return { body: { title: "邻里陪伴计划" } };
    const late = path.includes("overdue=true");
    return { body: path.startsWith("/api/gateway/tasks") ? { items: tasks, next: null, count: tasks.length && (late ? 2 : 9) } : nothing };
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
  ["community_officer", ["待办"]],
  ["town_officer", ["待办"]],
  ["bureau_officer", ["待办"]],
])("lists what waits for a %s", async (role, expected) => {
  signIn(role);
  expect(await lists()).toEqual(expected);
});

it("says how many wait and how many are late, in the menu as on the desk", async () => {
  signIn("town_officer");
  expect(await screen.findByRole("link", { name: "待办 9 件 逾期 2" })).toHaveAttribute("href", "/");
  expect(await screen.findByRole("link", { name: "通知 未读 3" })).toHaveAttribute("href", "/gateway/notices");
  const list = within(screen.getByRole("region", { name: "待办" }));
  expect(list.getByRole("link", { name: "审批服务项目" })).toHaveAttribute("href", "/projects/projects/p1");
  expect(await list.findByText("邻里陪伴计划")).toBeVisible();
  expect(list.getByText("逾期")).toBeVisible();
  expect(list.getByText("2026-11-01 前办结")).toBeVisible();
  expect(list.getByText(/共 9 条/)).toBeVisible();
  expect(list.getByText("查看全部")).toHaveAttribute("href", "/gateway/tasks");
});

it("says that nothing waits", async () => {
  signIn("community_officer", []);
  expect(await screen.findByText(/没有等您办理的事项/)).toBeVisible();
  expect(screen.getByRole("link", { name: "待办" })).toBeVisible();
});

it("opens the dashboard for a leader, who has no work list", async () => {
  const { router } = signIn("leader");
  await screen.findByText("elsewhere");
  expect(router.state.location.pathname).toBe("/dashboard");
});
