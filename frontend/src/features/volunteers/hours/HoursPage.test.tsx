/** One entry: the way back to the need, and a return that asks why. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { inventedHours } from "../invented";
import HoursPage from "./HoursPage";

function answer({ path }: Asked): { body: unknown } {
  if (path.endsWith("/names")) return { body: { items: [{ id: "v1", name: "李*", tail: "0417" }] } };
  if (path.includes("/projects/activities/")) return { body: { id: "a1", title: "周末敬老陪伴", project_id: "p1", need_ids: ["n1"] } };
  return path.includes("/volunteers/hours/") ? { body: inventedHours() } : { body: [] };
}

const open = () => {
  const asked = pretendServer(answer);
  show(<HoursPage />, { at: "/volunteers/hours/h1", path: "/volunteers/hours/:id" });
  return asked;
};

it("leads back to sign-up, activity, project and need", async () => {
  open();
  const chain = within(await screen.findByRole("navigation", { name: "联动链条" }));
  expect(await chain.findByRole("link", { name: "需求" })).toHaveAttribute("href", "/projects/needs/n1");
  expect(chain.getByRole("link", { name: "项目" })).toHaveAttribute("href", "/projects/projects/p1");
  expect(chain.getByRole("link", { name: "活动" })).toHaveAttribute("href", "/projects/activities/a1");
  expect(chain.getByRole("link", { name: "报名" })).toHaveAttribute("href", "/volunteers/signups/s1");
  expect(screen.getByRole("link", { name: "签到记录" })).toHaveAttribute("href", "/volunteers/attendances/e1");
});

const byHand = { name: "hours", label: "补录时长", method: "POST", needs_reason: true, href: "/api/volunteers/hours" };

it.each([{ actions: [byHand] }, { actions: [] }])("leads from returned hours to entering them by hand, where the service offers it on the sign-up: %j", async ({ actions }) => {
  const returned = inventedHours({ state: "returned", objection: "时长不符", actions: [] });
  const asked = pretendServer((about) => {
    if (about.path.endsWith("/volunteers/signups/s1")) return { body: { id: "s1", actions } };
    return about.path.includes("/volunteers/hours/") ? { body: returned } : answer(about);
  });
  show(<HoursPage />, { at: "/volunteers/hours/h1", path: "/volunteers/hours/:id" });
  expect(await screen.findByText(/时长不符；此条不计。确有服务的由负责社工/)).toBeVisible();
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith("/volunteers/signups/s1"))).toBe(true));
  if (actions.length > 0) expect(await screen.findByRole("link", { name: "补录时长" })).toHaveAttribute("href", "/volunteers/hours/new?signup_id=s1");
  else expect(screen.queryByText("补录时长")).toBeNull();
});

it("does not return an entry without a reason", async () => {
  const asked = open();
  fireEvent.click(await screen.findByText("退回"));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  const confirm = () => fireEvent.click(dialog.getByText("退回", { selector: "button *" }));
  confirm();
  expect(await dialog.findByText("请写明理由")).toBeVisible();
  fireEvent.change(dialog.getByLabelText("退回的理由"), { target: { value: "当天没有到场" } });
  confirm();
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith("/return"))).toBe(true));
  const sent = asked.find(({ path }) => path.endsWith("/return"));
  expect(sent?.body).toEqual({ reason: "当天没有到场" });
  expect(sent?.headers.get("If-Match")).toBe('"2"');
});

it("grants what the volunteer objects by returning the entry with the right time", async () => {
  const disputed = inventedHours({ state: "disputed", objection: "我待到了最后" });
  const asked = pretendServer((about) => (about.path.includes("/volunteers/hours/") ? { body: disputed } : answer(about)));
  show(<HoursPage />, { at: "/volunteers/hours/h1", path: "/volunteers/hours/:id" });
  fireEvent.click(await screen.findByText("退回"));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  fireEvent.change(dialog.getByLabelText("退回的理由"), { target: { value: "签到表上到结束" } });
  fireEvent.click(dialog.getByText("退回", { selector: "button *" }));
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith("/return"))).toBe(true));
  const instead = { starts_at: disputed.starts_at, ends_at: disputed.ends_at };
  expect(asked.find(({ path }) => path.endsWith("/return"))?.body).toEqual({ reason: "签到表上到结束", instead });
});
