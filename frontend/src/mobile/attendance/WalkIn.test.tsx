/** Joining on the spot: the code alone is enough, and a late promotion is answered by one tap. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeOpportunity, fakeSignup, fakeVolunteer, inDays } from "../testing/fakes";
import { openPhone, page, serve } from "../testing/phone";

const HREF = "/api/volunteers/opportunities/opportunity-1/walk-ins";
const verb = (href: string, name: string) => ({ name, method: "POST", href, needs_reason: false, label: "" });

it("joins by the code that opened the app, then shows checking out", async () => {
  const now = { starts_at: inDays(-0.01), ends_at: inDays(0.1) };
  const taken = fakeSignup({ ...now, state: "attending", walk_in: true, actions: [verb("/api/volunteers/signups/signup-1/check-out", "check-out")] });
  let isIn = false;
  const asked = serve({
    "GET /api/volunteers/signups": () => page(isIn ? [taken] : []),
    "GET /api/volunteers/opportunities": () => page([fakeOpportunity({ ...now, actions: [verb(HREF, "walk-ins")] })]),
    [`POST ${HREF}`]: () => {
      isIn = true;
      return { status: 201, body: taken };
    },
  });
  openPhone("/check-in?activity=activity-1&code=7D7EGIVY");
  await userEvent.click(await screen.findByRole("button", { name: "现场加入并签到" }));
  expect(await screen.findByRole("button", { name: "签退" })).toBeInTheDocument();
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ code: "7D7EGIVY" });
});

it("answers a late promotion by one tap, and shows the place in the line", async () => {
  const HERE = "/api/volunteers/signups/signup-1";
  let isSaid = false;
  const asked = serve({
    "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]),
    "GET /api/volunteers/signups": () =>
      page([fakeSignup({ answer_by: isSaid ? null : inDays(0.1), actions: isSaid ? [] : [verb(`${HERE}/acceptance`, "acceptance")] }), fakeSignup({ id: "signup-2", activity_id: "activity-2", state: "waiting", waiting_number: 7 })]),
    "GET /api/volunteers/signups/signup-2/line": () => ({ body: { waiting: true, ahead: 2, passed_by: 1 } }),
    [`POST ${HERE}/acceptance`]: () => {
      isSaid = true;
      return { body: fakeSignup() };
    },
  });
  openPhone("/signups");
  expect(await screen.findByText("前面还有 2 人")).toBeInTheDocument();
  expect(screen.getByText(/另有 1 人由负责社工/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "确认能到" }));
  expect(await screen.findAllByText("已报名")).not.toHaveLength(0);
  expect(screen.queryByRole("button", { name: "确认能到" })).not.toBeInTheDocument();
  expect(asked.find(({ method }) => method === "POST")?.headers.get("If-Match")).toBe('"1"');
});
