/** Signing up: few taps, and what has become of it in sight. */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { pretendServer, refusal, type Asked } from "@/testing/server";
import { fakeOpportunity, fakeSignup, fakeVolunteer, inDays, person } from "../testing/fakes";
import { asVisitor, openPhone, page, reopenPhone, serve } from "../testing/phone";

const SIGNUPS = "POST /api/volunteers/opportunities/opportunity-1/signups";

const ACTIVITY = fakeOpportunity();
const activity = {
  "GET /api/projects/published/activities/activity-1": () => ({
    body: {
      id: "activity-1", area_id: "community-1", state: "published", title: ACTIVITY.title, description: "",
      starts_at: ACTIVITY.starts_at, ends_at: ACTIVITY.ends_at, place: ACTIVITY.place, wanted: [], resident_places: 0, cancelled_because: null,
      links: { calendar: "/api/projects/published/activities/activity-1/calendar.ics" },
    },
  }),
};

function server(opportunity = fakeOpportunity(), signup = fakeSignup()) {
  let isIn = false;
  return serve({
    "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]),
    "GET /api/volunteers/opportunities": () => page([opportunity]),
    "GET /api/volunteers/signups": () => page(isIn ? [signup] : []),
    ...activity,
    [SIGNUPS]: () => {
      isIn = true;
      return { status: 201, body: signup };
    },
  });
}

it("takes at most three taps from the list", async () => {
  const asked = server();
  openPhone("/");
  let taps = 0;
  document.addEventListener("click", () => (taps += 1));
  await userEvent.click(await screen.findByRole("link", { name: /周末敬老院探访/ }));
  await userEvent.click(await screen.findByRole("button", { name: "报名" }));
  await userEvent.click(await screen.findByRole("button", { name: "确认报名" }));
  expect(await screen.findByText("已报名")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "加入日历" })).toHaveAttribute("href", "/api/projects/published/activities/activity-1/calendar.ics");
  expect(screen.getByRole("button", { name: "取消报名" })).toBeInTheDocument();
  expect(asked.filter(({ method }) => method === "POST")).toHaveLength(1);
  expect(taps).toBeLessThanOrEqual(3);
});

it("takes two taps on the card itself, and shows the waiting number", async () => {
  server(fakeOpportunity({ places_left: 0, taken: 10 }), fakeSignup({ state: "waiting", waiting_number: 4 }));
  openPhone("/");
  await userEvent.click(await screen.findByRole("button", { name: "报名候补" }));
  await userEvent.click(screen.getByRole("button", { name: "确认报名" }));
  expect(await screen.findByText("候补")).toBeInTheDocument();
  expect(screen.getByText("候补号 4")).toBeInTheDocument();
});

it("asks a guardian only where the server does, and sends the consent", async () => {
  const consented = ({ body }: Asked) => "guardian" in (body as object);
  const asked = serve({
    "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]),
    "GET /api/volunteers/opportunities": () => page([fakeOpportunity()]),
    "GET /api/volunteers/signups": () => page(asked.some((one) => one.method === "POST" && consented(one)) ? [fakeSignup()] : []),
    [SIGNUPS]: (one) =>
      consented(one)
        ? { status: 201, body: fakeSignup() }
        : refusal(422, "guardian-consent-missing", { title: "未成年人须由监护人同意。", errors: [{ pointer: "/guardian", title: "未成年人须由监护人同意。" }] }),
  });
  openPhone("/");
  await userEvent.click(await screen.findByRole("button", { name: "报名" }));
  expect(screen.queryByLabelText("监护人姓名")).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "确认报名" }));
  await userEvent.type(await screen.findByLabelText("监护人姓名"), "李建国");
  await userEvent.type(screen.getByLabelText("监护人手机号"), "15400000001");
  await userEvent.selectOptions(screen.getByLabelText("与本人的关系"), "父母");
  await userEvent.click(screen.getByRole("button", { name: "确认报名" }));
  expect(await screen.findByText("已报名")).toBeInTheDocument();
  expect(asked.filter(({ method }) => method === "POST").at(-1)?.body).toEqual({
    guardian: { name: "李建国", phone: "15400000001", relation: "parent" },
  });
});

it("keeps a sign-up made without a network and says so", async () => {
  serve({
    "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]),
    "GET /api/volunteers/opportunities": () => page([fakeOpportunity()]),
    [SIGNUPS]: () => "network down",
  });
  openPhone("/");
  await userEvent.click(await screen.findByRole("button", { name: "报名" }));
  await userEvent.click(screen.getByRole("button", { name: "确认报名" }));
  expect(await screen.findByText("报名已保存在手机里，联网后自动提交一次。")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "报名" })).not.toBeInTheDocument();
});

it("signs up after reopening the app without a network, from what it was told before, and sends it once", async () => {
  serve({
    "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]),
    "GET /api/volunteers/opportunities": () => page([fakeOpportunity()]),
  });
  openPhone("/");
  await waitFor(() => expect(screen.getByRole("button", { name: "报名" })).toBeEnabled());
  pretendServer(() => "network down");
  await reopenPhone("/");
  await userEvent.click(await screen.findByRole("button", { name: "报名" }, { timeout: 8000 }));
  await userEvent.click(screen.getByRole("button", { name: "确认报名" }));
  expect(await screen.findByText("报名已保存在手机里，联网后自动提交一次。", {}, { timeout: 8000 })).toBeInTheDocument();
  const asked = server();
  window.dispatchEvent(new Event("online"));
  await waitFor(() => expect(asked.filter(({ method }) => method === "POST")).toHaveLength(1));
  expect(await screen.findByText("已报名")).toBeInTheDocument();
}, 20_000);

it("leads a visitor to signing in and back", async () => {
  serve({ ...asVisitor, "GET /api/volunteers/opportunities": () => page([fakeOpportunity({ actions: [] })]) });
  openPhone("/");
  expect(await screen.findByRole("link", { name: "报名" })).toHaveAttribute("href", "/m/sign-in?to=%2Factivities%2Factivity-1");
});

type Who = "visitor" | "resident" | "volunteer";

/** Who comes as a visitor, signs in as one of the others, and may register. */
function comesAs(signedIn: Who) {
  let who: Who = "visitor";
  serve({
    ...activity,
    "GET /api/gateway/me": () => (who === "visitor" ? refusal(401, "sign-in-needed") : { body: person }),
    "POST /api/gateway/phone-codes": () => ({ body: { challenge_id: "challenge-1" } }),
    "GET /api/gateway/outbox": () => ({ body: [] }),
    "POST /api/gateway/phone-session": () => {
      who = signedIn;
      return { body: {} };
    },
    "POST /api/volunteers/volunteers": () => {
      who = "volunteer";
      return { status: 201, body: fakeVolunteer() };
    },
    "GET /api/volunteers/volunteers": () => page(who === "volunteer" ? [fakeVolunteer()] : []),
    "GET /api/volunteers/opportunities": () => page([fakeOpportunity(who === "volunteer" ? {} : { actions: [] })]),
  });
}

async function signIn() {
  openPhone("/activities/activity-1");
  await userEvent.click(await screen.findByRole("link", { name: "报名" }));
  await userEvent.type(await screen.findByLabelText("手机号"), "15400000001");
  await userEvent.click(screen.getByRole("button", { name: "获取验证码" }));
  await userEvent.type(screen.getByLabelText("验证码"), "123456");
  await userEvent.click(screen.getByRole("button", { name: "登录" }));
}

it("wakes the button of a volunteer who signs in", async () => {
  comesAs("volunteer");
  await signIn();
  await waitFor(() => expect(screen.getByRole("button", { name: "报名" })).toBeEnabled());
});

it("wakes the button of who registers on the way", async () => {
  comesAs("resident");
  await signIn();
  const register = await screen.findByRole("link", { name: "报名" });
  expect(register).toHaveAttribute("href", expect.stringContaining("/m/register") as string);
  await userEvent.click(register);
  await userEvent.click(await screen.findByRole("checkbox", { name: "我已阅读并同意" }));
  await userEvent.click(screen.getByRole("button", { name: "提交注册" }));
  await waitFor(() => expect(screen.getByRole("button", { name: "报名" })).toBeEnabled());
});

it("asks again by itself for what was opened without a network", async () => {
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  pretendServer(() => "network down");
  openPhone("/signups");
  expect(await screen.findByText(/没有连上服务器/)).toBeInTheDocument();
  serve({ "GET /api/volunteers/signups": () => page([fakeSignup()]) });
  online.mockRestore();
  window.dispatchEvent(new Event("online"));
  expect(await screen.findByRole("heading", { name: "周末敬老院探访" })).toBeInTheDocument();
});

it("shows what is to come soonest first, and what was latest first", async () => {
  const signup = (title: string, days: number) => fakeSignup({ id: title, title, starts_at: inDays(days), ends_at: inDays(days + 0.1) });
  serve({ "GET /api/volunteers/signups": () => page([signup("下周", 7), signup("上周", -7), signup("明天", 1), signup("昨天", -1), signup("上月", -30)]) });
  openPhone("/signups");
  await screen.findByRole("heading", { name: "下周" });
  expect(screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual(["明天", "下周", "昨天", "上周", "上月"]);
});

it("says why it cannot be told who this is, and asks again", async () => {
  let isBroken = true;
  serve({
    "GET /api/volunteers/volunteers": () => (isBroken ? refusal(500, "unexpected", { title: "内部出错。" }) : page([fakeVolunteer()])),
    "GET /api/volunteers/opportunities": () => page([fakeOpportunity(), fakeOpportunity({ id: "opportunity-2", role_name: "司机" })]),
  });
  openPhone("/");
  expect(await screen.findByRole("alert")).toHaveTextContent("内部出错。");
  isBroken = false;
  await userEvent.click(screen.getByRole("button", { name: "再试一次" }));
  await waitFor(() => screen.getAllByRole("button", { name: "报名" }).forEach((button) => expect(button).toBeEnabled()));
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

it("keeps my sign-ups in sight when they cannot be asked for again, and gives the focus back after a no", async () => {
  let isDown = false;
  serve({ "GET /api/volunteers/signups": () => (isDown ? refusal(500, "unexpected", { title: "内部出错。" }) : page([fakeSignup()])) });
  openPhone("/signups");
  await userEvent.click(await screen.findByRole("button", { name: "取消报名" }));
  expect(screen.getByRole("form", { name: /取消「周末敬老院探访」的报名/ })).toHaveFocus();
  await userEvent.click(screen.getByRole("button", { name: "不取消" }));
  expect(screen.getByRole("button", { name: "取消报名" })).toHaveFocus();
  isDown = true;
  await userEvent.click(screen.getByRole("button", { name: "取消报名" }));
  await userEvent.click(screen.getByRole("button", { name: "取消报名" }));
  expect(await screen.findByText("内部出错。")).toBeInTheDocument();
  expect(screen.getByRole("heading", { name: "周末敬老院探访" })).toBeInTheDocument();
  expect(await screen.findByRole("button", { name: "再试一次" })).toBeInTheDocument();
});

it("says that an activity was moved onto another one, and why no hours were counted", async () => {
  const over = { state: "attended" as const, starts_at: inDays(-3), ends_at: inDays(-2.9), actions: [] };
  const mine = [fakeSignup({ clash_signup_id: "signup-3" }), fakeSignup({ ...over, id: "signup-2", uncounted_because: "与此人已有的另一条时长重叠：义诊" })];
  serve({ "GET /api/volunteers/signups": () => page(mine) });
  openPhone("/signups");
  expect(await screen.findByText(/请取消一场/)).toBeInTheDocument();
  expect(screen.getByText(/这次没有计时长：与此人已有的另一条时长重叠：义诊。/)).toBeInTheDocument();
});
