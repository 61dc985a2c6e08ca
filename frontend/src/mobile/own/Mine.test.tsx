/** My trainings, stars and data: what stands, what may be applied for, and the way to take a copy. */
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeVolunteer } from "../testing/fakes";
import { openPhone, page, serve } from "../testing/phone";

const RUNGS = [[1, 100], [2, 300], [3, 600]] as const;
const stars = {
  volunteer_id: "volunteer-1", held: 0, confirmed_minutes: 7200, undecided: null, disqualified_until: null, source: "规定", assumption: true,
  ladder: RUNGS.map(([rung, hours]) => ({ stars: rung, hours, reached: hours * 60 <= 7200, held: false })),
  actions: [{ name: "honours", method: "POST", href: "/api/volunteers/honours", needs_reason: false, label: "申请星级" }],
};
const training = {
  id: "training-1", version: 1, area_id: "community-1", state: "completed", stands: true, expired: false, course_id: "course-1", course_name: "急救基础",
  provider_name: "东城社区居委会", organisation_id: null, skill: "急救", volunteer_id: "volunteer-1", minutes: 240, completed_on: "2026-10-01",
  valid_until: "2028-10-01", recorded_at: "2026-10-02T01:00:00Z", second_account_id: "account-2", decided_at: null, because: null, actions: [], links: {},
};
const known = { "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]), "GET /api/volunteers/volunteers/volunteer-1": () => ({ body: fakeVolunteer() }) };

it("shows a training and until when it is good", async () => {
  serve({ ...known, "GET /api/volunteers/trainings": () => page([training]), "GET /api/volunteers/courses": () => page([]) });
  openPhone("/trainings");
  expect(await screen.findByText(/急救基础/)).toBeInTheDocument();
  expect(screen.getByText("有效至 2028-10-01（不含）")).toBeInTheDocument();
});

it("applies for the highest star that is reached, after one more tap", async () => {
  const asked = serve({
    ...known,
    "GET /api/volunteers/volunteers/volunteer-1/stars": () => ({ body: stars }),
    "GET /api/volunteers/honours": () => page([]),
    "POST /api/volunteers/honours": () => ({ status: 201, body: {} }),
  });
  openPhone("/stars");
  await userEvent.click(await screen.findByRole("button", { name: "申请一星级" }));
  expect(screen.getByText(/还差 180/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "申请一星级" }));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ stars: 1, statement: "" }));
});

it("counts what is kept and offers it as a page and as data", async () => {
  serve({ ...known, "GET /api/volunteers/volunteers/mine": () => ({ body: { volunteer_id: "volunteer-1", sections: [{ key: "signup", title: "报名", count: 3 }, { key: "team", title: "团队", count: 0 }] } }) });
  openPhone("/data");
  expect(await screen.findByText("3 条")).toBeInTheDocument();
  expect(screen.queryByText("团队")).not.toBeInTheDocument();
  expect(screen.getByRole("link", { name: /JSON/ })).toHaveAttribute("href", "/api/volunteers/volunteers/mine/export?form=json");
});
