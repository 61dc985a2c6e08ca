/** Who did not check out says when they left, in the city's own time. */
import { fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeAttendance, fakeSignup, fakeVolunteer, inDays } from "../testing/fakes";
import { openPhone, page, serve } from "../testing/phone";

it("sends time and reason on the version that was seen, and then shows what was said", async () => {
  const HERE = "/api/volunteers/attendances/attendance-1/departure";
  const presence = { checked_in_at: "2026-11-28T01:00:00Z", version: 3, actions: [{ name: "departure", method: "POST", href: HERE, needs_reason: true, label: "" }] };
  let isSaid = false;
  const asked = serve({
    "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]),
    "GET /api/volunteers/signups": () => page([fakeSignup({ state: "attending", starts_at: inDays(-0.1), ends_at: inDays(0.1), actions: [] })]),
    "GET /api/volunteers/attendances": () => page([fakeAttendance({ ...presence, said_left_at: isSaid ? "2026-11-28T02:30:00Z" : null })]),
    [`POST ${HERE}`]: () => {
      isSaid = true;
      return { body: fakeAttendance() };
    },
  });
  openPhone("/signups");
  await userEvent.click(await screen.findByRole("button", { name: "忘了签退？说明离开时间" }));
  fireEvent.change(screen.getByLabelText("离开时间"), { target: { value: "2026-11-28T10:30" } });
  await userEvent.type(screen.getByLabelText("为什么没有签退"), "接孩子");
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  expect(await screen.findByText("您说明 11-28 10:30 离开，待负责社工确认。")).toBeInTheDocument();
  const sent = asked.find(({ method }) => method === "POST");
  expect(sent?.body).toEqual({ left_at: "2026-11-28T10:30:00+08:00", reason: "接孩子" });
  expect(sent?.headers.get("If-Match")).toBe('"3"');
});
