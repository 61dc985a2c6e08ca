/** One deliberation: who is counted, what waits, what is sent when it was held and concluded. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal, type Asked } from "@/testing/server";
import { account, areas, inventedNeed, verb } from "../invented";
import ConclusionForm from "./ConclusionForm";
import DeliberationForm from "./DeliberationForm";
import DeliberationPage from "./DeliberationPage";
import HoldingForm from "./HoldingForm";
import { earliestMeeting } from "./DeliberationFields";
import { inventedDeliberation, inventedItem, inventedRule } from "./invented";
import { daysBefore } from "./nextOfDeliberation";
import { attendance, given } from "./parties";

const HERE = "/api/projects/deliberations/deliberation-1";

function server(record = inventedDeliberation(), refused?: ReturnType<typeof refusal>) {
  return ({ method, path }: Asked) => {
    if (path === "/api/gateway/me") return { body: account("community_officer") };
    if (path === "/api/registry/areas") return { body: { items: areas, next: null, count: null } };
    if (path === "/api/projects/deliberation-rule") return { body: inventedRule };
    if (method !== "GET") return refused ?? { body: record };
    if (path === HERE) return { body: record };
    return path.endsWith("/needs/need-1") ? { body: inventedNeed() } : { body: { items: [], next: null, count: null } };
  };
}

/** As the form kept it before the page was left, whether or not it is known yet who is at the desk. */
function keepTyped(name: string, draft: object) {
  for (const whose of ["", "account-1"]) sessionStorage.setItem(`own:${whose}:draft:${name}`, JSON.stringify(draft));
}

const at = "/projects/deliberations/deliberation-1";

it("counts who is asked and who came, residents from elsewhere by themselves", () => {
  expect(attendance(inventedDeliberation())).toBe("邀请 14 人（非户籍居民代表 5 人）");
  expect(attendance(inventedDeliberation({ state: "held", present: { committee: 2, non_local_residents: 4 } }))).toBe("到会 6 人（非户籍居民代表 4 人），邀请 14 人（非户籍居民代表 5 人）");
  expect(given({ committee: 3, group: 0, other: null, cooperative: undefined })).toEqual({ committee: 3 });
});

it("counts days of notice as this city's days", () => {
  expect(daysBefore("2026-11-14T15:59:00Z", "2026-11-20T01:00:00Z")).toBe(6);
});

it("opens with what waits and for whom, and says who answers for what was agreed", async () => {
  const items = [inventedItem(), inventedItem({ id: "item-2", what: "联系施工单位", role: "town_officer", status: "done", feedback: "已签约", fed_back_at: "2026-11-22T01:00:00Z" })];
  pretendServer(server(inventedDeliberation({ state: "concluded", outcome: "agreed", conclusion: "同意加装", present: { committee: 3, non_local_residents: 4 }, items })));
  show(<DeliberationPage />, { at, path: "/projects/deliberations/:id" });
  expect(await screen.findByText("办理执行事项并公开反馈：公示加装方案")).toBeVisible();
  expect((await screen.findAllByText("林村社区经办")).length).toBeGreaterThan(1);
  expect(screen.getByText(/已签约/)).toBeVisible();
  expect(screen.getByRole("button", { name: "据此起草项目" }).closest("a")).toHaveAttribute("href", "/projects/projects/new?deliberation_id=deliberation-1&need_id=need-1");
  expect(screen.getByText(/提前 6 天（须提前 3 天，暂无文件规定）/)).toBeVisible();
});

it("asks once more before those concerned are told", async () => {
  const asked = pretendServer(server(inventedDeliberation({ state: "draft", notified_at: null, actions: [verb("deliberations/deliberation-1/notification", "通知各方")] })));
  show(<DeliberationPage />, { at, path: "/projects/deliberations/:id" });
  fireEvent.click(await screen.findByText("通知各方", { selector: "button *" }));
  expect(await screen.findByText(/议题随即公开/)).toBeInTheDocument();
  fireEvent.click(screen.getAllByText("通知各方", { selector: "button *" }).at(-1) as HTMLElement);
  await waitFor(() => expect(asked.find(({ path }) => path.endsWith("/notification"))?.headers.get("If-Match")).toBe('"2"'));
});

it("sends who came by kind, and shows that too few did", async () => {
  const few = refusal(409, "quorum-missing", { errors: [{ pointer: "/present", title: "到会人数不足，请改期并重新通知。" }] });
  const asked = pretendServer(server(inventedDeliberation(), few));
  show(<HoldingForm />, { at: `${at}/holding`, path: "/projects/deliberations/:id/holding" });
  expect(await screen.findByText("应邀 14 人，到会至少 7 人（50 %）")).toBeVisible();
  fireEvent.change(screen.getByLabelText("村（居）民委员会（邀请 3 人）"), { target: { value: "3" } });
  fireEvent.change(screen.getByLabelText("当地户籍居民代表（邀请 6 人）"), { target: { value: "0" } });
  fireEvent.change(screen.getByLabelText("非户籍居民代表（邀请 5 人）"), { target: { value: "2" } });
  fireEvent.change(screen.getByLabelText("发言摘要"), { target: { value: "各方发言。" } });
  fireEvent.click(screen.getByText("登记举行情况", { selector: "button *" }));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ present: { committee: 3, non_local_residents: 2 }, minutes: "各方发言。", dissent: null, attachment_ids: [] }));
  expect(await screen.findByText(/到会人数不足/)).toBeVisible();
});

it("lists what is to be done only where they agreed", async () => {
  const asked = pretendServer(server(inventedDeliberation({ state: "held" })));
  keepTyped("projects/deliberation/deliberation-1/conclusion", { values: { outcome: "escalated", conclusion: "报请镇街", items: [{ what: "无" }] }, version: 2 });
  show(<ConclusionForm />, { at: `${at}/conclusion`, path: "/projects/deliberations/:id/conclusion" });
  fireEvent.click(await screen.findByText("形成协商意见", { selector: "button *" }));
  expect(screen.queryByText("添加事项")).toBeNull();
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ outcome: "escalated", conclusion: "报请镇街", items: [] }));
});

it("begins from the need of the address, in the officer's own community", async () => {
  const asked = pretendServer(server());
  const typed = { topic: "三栋要不要加装电梯", category: "elderly", place: "社区议事厅", meets_at: "2099-12-01T01:00:00Z", invited: { committee: null, non_local_residents: 5 } };
  keepTyped("projects/deliberation/new/need-1", { values: typed });
  show(<DeliberationForm />, { at: "/projects/deliberations/new?need_id=need-1" });
  expect(await screen.findByText("独居长者助餐")).toBeVisible();
  await screen.findByLabelText("非户籍居民代表");
  fireEvent.click(screen.getByText("保存草稿"));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({ area_id: "area-1", need_ids: ["need-1"], form: "council", invited: { non_local_residents: 5 } }));
});

it("names the earliest day at the field and refuses a meeting before it there", async () => {
  expect(earliestMeeting(3, new Date("2026-11-28T17:00:00Z"))).toBe("2026-12-02");
  const asked = pretendServer(server());
  const typed = { topic: "三栋要不要加装电梯", category: "elderly", place: "社区议事厅", meets_at: new Date().toISOString(), invited: { non_local_residents: 5 } };
  keepTyped("projects/deliberation/new/need-1", { values: typed });
  show(<DeliberationForm />, { at: "/projects/deliberations/new?need_id=need-1" });
  expect(await screen.findByText(`通知须在 3 天前发出：今天通知，最早 ${earliestMeeting(3)} 开会`)).toBeVisible();
  await screen.findByLabelText("非户籍居民代表");
  fireEvent.click(screen.getByText("保存草稿"));
  expect(await screen.findByText(`最早 ${earliestMeeting(3)}：通知须按规定提前发出`)).toBeVisible();
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
});
