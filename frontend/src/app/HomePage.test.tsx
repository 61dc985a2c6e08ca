/** The first page: what each role finds on its desk, and what it says where nothing waits. */
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Account } from "@/api/session";
import { inventedActivity, inventedProject } from "@/features/projects/invented";
import { inventedHours } from "@/features/volunteers/invented";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import HomePage from "./HomePage";
import { SessionProvider } from "./session";

type Lists = Record<string, object[]>;

const account = (role: string): Account =>
  ({ id: "a", kind: "staff", display_name: "陈敏", grants: [{ role, area_id: "area-1", area_name: "林村社区居民委员会", scope_key: "x", organisation_id: null }] }) as Account;

/** Answers a list by its path and state, and every other with nothing. */
function open(role: string, lists: Lists = {}) {
  pretendServer(({ path }) => {
    if (path.endsWith("/me")) return { body: account(role) };
    if (path.endsWith("/areas") || path.endsWith("/need-categories")) return { body: { items: [], next: null, count: null } };
    const { pathname, searchParams } = new URL(path, location.origin);
    const items = lists[[pathname.replace("/api/", ""), searchParams.get("state")].filter(Boolean).join(" ")] ?? [];
    return { body: { items, next: null, count: items.length } };
  });
  return show(<SessionProvider><HomePage /></SessionProvider>, { at: "/" });
}

const part = async (name: string) => within(await screen.findByRole("region", { name }));

it("shows a social worker the soonest activities and the hours to confirm, objections first", async () => {
  open("social_worker", {
    "projects/activities planned": [inventedActivity({ id: "later", title: "后一场", state: "planned", starts_at: "2099-02-01T01:00:00Z" })],
    "projects/activities published": [inventedActivity({ id: "sooner", title: "前一场", state: "published", starts_at: "2099-01-01T01:00:00Z" })],
    "volunteers/hours proposed": [inventedHours({ id: "h1", title: "送餐" })],
    "volunteers/hours disputed": [inventedHours({ id: "h2", title: "探访", state: "disputed" })],
  });
  expect(await screen.findByText("陈敏，您好")).toBeVisible();
  expect(screen.getByText("社工 · 林村社区")).toBeVisible();
  await screen.findByText("前一场");
  const coming = await part("近期活动");
  expect(coming.getAllByRole("link").map(({ textContent }) => textContent)).toEqual(expect.arrayContaining(["查看全部", "前一场", "后一场"]));
  expect(coming.getByText("前一场").compareDocumentPosition(coming.getByText("后一场"))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(coming.getByText("招募志愿者，按时举办")).toBeVisible();
  await screen.findByText("送餐");
  const hours = await part("待确认时长");
  expect(hours.getByText("探访").compareDocumentPosition(hours.getByText("送餐"))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(hours.getByText("核对异议后确认，或退回")).toBeVisible();
});

it("shows an organisation's manager its filing, its projects and the needs in the pool", async () => {
  open("organisation_manager", {
    "registry/organisations": [{ id: "o1", version: 1, area_id: "area-1", name: "银龄互助社", state: "filed", kind: "social_association", category: "charity_mutual_aid", path: "filed", number: "东城社备〔2025〕002号", filed_on: "2025-03-13" }],
    "projects/projects draft": [inventedProject({ state: "draft" })],
    "projects/published/needs": [
      { id: "n1", area_id: "area-1", state: "pooled", title: "助餐", category: "elderly", persons_affected: 30, raised_at: "2026-11-03T01:00:00Z", project_id: null },
      { id: "n2", area_id: "area-1", state: "planned", title: "已有人办", category: "elderly", persons_affected: 40, raised_at: "2026-11-03T01:00:00Z", project_id: "p" },
    ],
  });
  expect(await screen.findByText("可以承接项目、计划活动")).toBeVisible();
  expect(await screen.findByText("核对方案后提交审批")).toBeVisible();
  expect(await screen.findByRole("link", { name: "助餐" })).toHaveAttribute("href", "/projects/projects/new?need_id=n1");
  expect(screen.queryByText("已有人办")).not.toBeInTheDocument();
});

it("tells administrators which accounts wait for a role", async () => {
  const opened = { area_id: "area-1", state: "active", kind: "staff", username: "u", opened_at: "2026-11-03T01:00:00Z", version: 1 };
  open("security_admin", { "gateway/accounts active": [{ ...opened, id: "1", display_name: "新来的", roles: [] }, { ...opened, id: "2", display_name: "老同事", roles: ["leader"] }] });
  await screen.findAllByText("新来的");
  const waiting = await part("等待授权的账号");
  expect(waiting.getByText("由安全管理员授予角色")).toBeVisible();
  expect(waiting.queryByText("老同事")).not.toBeInTheDocument();
});

it("says what to do first where nothing waits", async () => {
  open("social_worker");
  expect(await screen.findByText(/先在项目里计划一次活动/)).toBeVisible();
  expect(await screen.findByRole("link", { name: "计划活动" })).toHaveAttribute("href", "/projects/activities/new");
});

it("sends leadership and officers to the dashboard", async () => {
  const router = open("town_officer");
  await screen.findByText("elsewhere");
  expect(router.state.location.pathname).toBe("/dashboard");
});
