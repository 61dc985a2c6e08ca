/** Signing up: few taps, and what has become of it in sight. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { refusal, type Asked } from "@/testing/server";
import { fakeOpportunity, fakeSignup, fakeVolunteer } from "../testing/fakes";
import { asVisitor, openPhone, page, serve } from "../testing/phone";

const SIGNUPS = "POST /api/volunteers/opportunities/opportunity-1/signups";

function server(opportunity = fakeOpportunity(), signup = fakeSignup()) {
  let isIn = false;
  return serve({
    "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]),
    "GET /api/volunteers/opportunities": () => page([opportunity]),
    "GET /api/volunteers/signups": () => page(isIn ? [signup] : []),
    "GET /api/projects/published/activities/activity-1": () => ({
      body: { id: "activity-1", area_id: "community-1", state: "published", title: opportunity.title, description: "", starts_at: opportunity.starts_at, ends_at: opportunity.ends_at, place: opportunity.place, wanted: [], resident_places: 0, cancelled_because: null, links: { calendar: "/api/projects/published/activities/activity-1/calendar.ics" } },
    }),
    [SIGNUPS]: () => {
      isIn = true;
      return { status: 201, body: signup };
    },
  });
}

it("takes at most three taps from the list", async () => {
  const asked = server();
  openPhone("/");
  const taps = [
    await screen.findByRole("link", { name: /周末敬老院探访/ }),
    () => screen.findByRole("button", { name: "报名" }),
    () => screen.findByRole("button", { name: "确认报名" }),
  ];
  for (const tap of taps) await userEvent.click(typeof tap === "function" ? await tap() : tap);
  expect(await screen.findByText("报名成功")).toBeInTheDocument();
  expect(screen.getByRole("link", { name: "加入日历" })).toHaveAttribute("href", "/api/projects/published/activities/activity-1/calendar.ics");
  expect(screen.getByRole("button", { name: "取消报名" })).toBeInTheDocument();
  expect(asked.filter(({ method }) => method === "POST")).toHaveLength(1);
  expect(taps.length).toBeLessThanOrEqual(3);
});

it("takes two taps on the card itself, and shows the waiting number", async () => {
  server(fakeOpportunity({ places_left: 0, taken: 10 }), fakeSignup({ state: "waiting", waiting_number: 4 }));
  openPhone("/");
  await userEvent.click(await screen.findByRole("button", { name: "报名候补" }));
  await userEvent.click(screen.getByRole("button", { name: "确认报名" }));
  expect(await screen.findByText("候补中")).toBeInTheDocument();
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
  expect(await screen.findByText("报名成功")).toBeInTheDocument();
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

it("leads a visitor to signing in and back", async () => {
  serve({ ...asVisitor, "GET /api/volunteers/opportunities": () => page([fakeOpportunity({ actions: [] })]) });
  openPhone("/");
  expect(await screen.findByRole("link", { name: "报名" })).toHaveAttribute("href", "/m/sign-in?to=%2Factivities%2Factivity-1");
});
