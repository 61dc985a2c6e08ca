/** Checking in: one code, one button, a clear answer. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { refusal } from "@/testing/server";
import { fakeAttendance, fakeSignup, inDays } from "../testing/fakes";
import { openPhone, page, serve } from "../testing/phone";
import { read } from "./code";

const HERE = "/api/volunteers/signups/signup-1";
const check = (name: string) => ({ name, method: "POST", href: `${HERE}/${name}`, needs_reason: false, label: "" });
const due = fakeSignup({ starts_at: inDays(-0.01), ends_at: inDays(0.1), actions: [check("check-in")] });

it("says what is wrong with a code and keeps it for mending", async () => {
  const asked = serve({
    "GET /api/volunteers/signups": () => page([due]),
    [`POST ${HERE}/check-in`]: () => refusal(422, "wrong-code", { title: "签到码不正确或已更换,请看现场最新的码。", errors: [{ pointer: "/code", title: "签到码不正确或已更换,请看现场最新的码。" }] }),
  });
  openPhone("/check-in");
  await userEvent.type(await screen.findByLabelText("现场签到码"), "abcd 2345");
  await userEvent.click(screen.getByRole("button", { name: "签到" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("签到码不正确或已更换");
  expect(screen.getByLabelText("现场签到码")).toHaveValue("ABCD2345");
  const sent = asked.find(({ method }) => method === "POST");
  expect(sent?.body).toEqual({ code: "ABCD2345", read_at: expect.any(String) as string });
  expect(sent?.headers.get("If-Match")).toBe('"1"');
});

it("takes the code from the square that opened the app, and then offers checking out", async () => {
  let isIn = false;
  serve({
    "GET /api/volunteers/signups": () => page([isIn ? { ...due, version: 2, state: "attending", actions: [check("check-out")] } : due]),
    [`POST ${HERE}/check-in`]: () => {
      isIn = true;
      return { status: 201, body: fakeAttendance() };
    },
  });
  openPhone("/check-in?activity=activity-1&code=7D7EGIVY");
  await userEvent.click(await screen.findByRole("button", { name: "签到" }));
  expect(await screen.findByText(/^已签到/)).toBeInTheDocument();
  expect(screen.getByText("没有得到位置，由负责社工核对。")).toBeInTheDocument();
  expect(await screen.findByRole("button", { name: "签退" })).toBeInTheDocument();
  expect(screen.getByLabelText("现场签到码")).toHaveValue("");
});

it.each([[null, "没有得到位置，由负责社工核对。"], [inDays(0), "没有得到位置，负责社工已证明您在场。"]])("says whether a presence without a position is vouched for (%s)", async (vouched_at, said) => {
  serve({
    "GET /api/volunteers/signups": () => page([{ ...due, state: "attending" as const, ends_at: inDays(0.005), actions: [check("check-out")] }]),
    [`POST ${HERE}/check-out`]: () => ({ body: fakeAttendance({ checked_in_at: inDays(-0.01), checked_out_at: inDays(0), place_unknown: true, vouched_at }) }),
  });
  openPhone("/check-in");
  await userEvent.type(await screen.findByLabelText("现场签到码"), "7D7EGIVY");
  await userEvent.click(screen.getByRole("button", { name: "签退" }));
  expect(await screen.findByText(said)).toBeInTheDocument();
});

it("keeps in sight that one has checked out", async () => {
  let isOut = false;
  const attending = { ...due, state: "attending" as const, ends_at: inDays(0.005), actions: [check("check-out")] };
  serve({
    "GET /api/volunteers/signups": () => page([isOut ? { ...attending, state: "attended", actions: [] } : attending, fakeSignup({ id: "later", activity_id: "activity-2", title: "较晚的" })]),
    [`POST ${HERE}/check-out`]: () => {
      isOut = true;
      return { body: fakeAttendance({ checked_in_at: inDays(-0.01), checked_out_at: inDays(0), place_unknown: false }) };
    },
  });
  openPhone("/check-in");
  await userEvent.type(await screen.findByLabelText("现场签到码"), "7D7EGIVY");
  await userEvent.click(screen.getByRole("button", { name: "签退" }));
  expect(await screen.findByText(/^已签退/)).toBeInTheDocument();
  expect(await screen.findByRole("link", { name: /较晚的/ })).toBeInTheDocument();
  expect(screen.getByRole("heading", { name: "周末敬老院探访" })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "签退" })).not.toBeInTheDocument();
  expect(screen.getByText(/时长待第二人确认/)).toBeInTheDocument();
});

it("asks before one leaves an activity that goes on, and promises no hours where there are none", async () => {
  const attending = { ...due, state: "attending" as const, actions: [check("check-out")] };
  let since = inDays(-0.005);
  const asked = serve({
    "GET /api/volunteers/signups": () => page([attending]),
    "GET /api/volunteers/attendances": () => page([fakeAttendance({ checked_in_at: since })]),
    [`POST ${HERE}/check-out`]: () => ({ body: fakeAttendance({ checked_in_at: since, checked_out_at: inDays(0) }) }),
  });
  const sent = () => asked.filter(({ method }) => method === "POST");
  openPhone("/check-in?code=7D7EGIVY");
  await userEvent.click(await screen.findByRole("button", { name: "签退" }));
  expect(await screen.findByRole("form", { name: /才结束.*计 7 分钟/ })).toHaveFocus();
  await userEvent.click(screen.getByRole("button", { name: "先不签退" }));
  expect(screen.getByRole("button", { name: "签退" })).toHaveFocus();
  expect(sent()).toHaveLength(0);

  since = inDays(0);
  openPhone("/check-in?code=7D7EGIVY");
  await userEvent.click(await screen.findByRole("button", { name: "签退" }));
  expect(await screen.findByText(/不足一分钟，不计时长/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "签退" }));
  expect(await screen.findByText(/没有可计的时长/)).toBeInTheDocument();
  expect(sent()).toHaveLength(1);
  expect(sent()[0]?.body).toEqual({ code: "7D7EGIVY", read_at: expect.any(String) as string });
});

it.each(["/check-in", "/signups"])("tells a child whose guardian has withdrawn consent to stay until it is handed over (%s)", async (path) => {
  serve({
    "GET /api/volunteers/signups": () => page([{ ...due, state: "attending" as const, actions: [check("check-out")] }]),
    "GET /api/volunteers/attendances": () => page([fakeAttendance({ awaits_handover: true })]),
  });
  openPhone(path);
  expect(await screen.findByText("监护人已撤回同意，请留在现场，等负责人与监护人当面交接。")).toBeInTheDocument();
});

it("says so where the square belongs to an activity that is not one's own", async () => {
  serve({ "GET /api/volunteers/signups": () => page([fakeSignup()]) });
  openPhone("/check-in?activity=activity-9&code=7D7EGIVY");
  expect(await screen.findByText(/您没有报名这场活动/)).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "查看这场活动" })).toHaveAttribute("href", "/m/activities/activity-9");
});

it("shows what comes next where nothing is due", async () => {
  serve({ "GET /api/volunteers/signups": () => page([fakeSignup({ id: "later", starts_at: inDays(9), ends_at: inDays(9.1), title: "较晚的" }), fakeSignup()]) });
  openPhone("/check-in");
  expect(await screen.findByRole("heading", { name: "周末敬老院探访" })).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "签到" })).not.toBeInTheDocument();
  expect(screen.getByRole("link", { name: /较晚的/ })).toBeInTheDocument();
});

it("goes to the activity whose square was scanned, with its code", async () => {
  const other = fakeSignup({ id: "signup-2", activity_id: "activity-2", title: "社区义诊", starts_at: inDays(-0.005), ends_at: inDays(0.1), actions: [check("check-in")] });
  serve({ "GET /api/volunteers/signups": () => page([due, other]) });
  vi.stubGlobal("BarcodeDetector", class {
    detect = () => Promise.resolve([{ rawValue: "http://localhost/m/check-in?activity=activity-2&code=7D7EGIVY" }]);
  });
  Object.defineProperty(navigator, "mediaDevices", { configurable: true, value: { getUserMedia: () => Promise.resolve({ getTracks: () => [] }) } });
  HTMLMediaElement.prototype.play = () => Promise.resolve();
  openPhone("/check-in");
  expect(await screen.findByRole("heading", { name: "周末敬老院探访" })).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "扫码" }));
  expect(await screen.findByRole("heading", { name: "社区义诊" })).toBeInTheDocument();
  expect(screen.getByLabelText("现场签到码")).toHaveValue("7D7EGIVY");
  expect(screen.getByRole("link", { name: /周末敬老院探访/ })).toBeInTheDocument();
});

it("reads only its own squares", () => {
  expect(read("http://localhost:8080/m/check-in?activity=a1&code=7d7egivy")).toEqual({ code: "7D7EGIVY", activityId: "a1" });
  expect(read("https://example.org/?code=7D7EGIVY")).toBeNull();
  expect(read("7D7EGIVY")).toBeNull();
});

it("keeps a check-in made without a network and sends it once, with the version and the instant at which the code was read", async () => {
  const HREF = `POST ${HERE}/check-in`;
  const down = serve({ "GET /api/volunteers/signups": () => page([due]), [HREF]: () => "network down" });
  openPhone("/check-in");
  await userEvent.type(await screen.findByLabelText("现场签到码"), "7D7EGIVY");
  await userEvent.click(screen.getByRole("button", { name: "签到" }));
  expect(await screen.findByText(/签到已保存在手机里/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "签到" })).not.toBeInTheDocument();
  const up = serve({ "GET /api/volunteers/signups": () => page([due]), [HREF]: () => ({ status: 201, body: fakeAttendance() }) });
  window.dispatchEvent(new Event("online"));
  await vi.waitFor(() => expect(up.filter(({ method }) => method === "POST")).toHaveLength(1));
  const [first, last] = [down, up].map((asked) => asked.find(({ method }) => method === "POST"));
  expect(last?.body).toEqual(first?.body);
  for (const header of ["Idempotency-Key", "If-Match"]) expect(last?.headers.get(header)).toBe(first?.headers.get(header));
  expect(last?.headers.get("If-Match")).toBe('"1"');
});
