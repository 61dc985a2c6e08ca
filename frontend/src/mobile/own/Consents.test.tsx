/** A guardian's consent to a team stands for that team alone: the registration has its own. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeVolunteer, inDays } from "../testing/fakes";
import { openPhone, page, serve } from "../testing/phone";
import type { Consent } from "./queries";

const withdrawal = { name: "withdrawal", method: "POST", href: "/api/volunteers/volunteers/volunteer-1/consents/consent-1/withdrawal", needs_reason: false, label: "撤回监护人同意" };

const consent = (given: Partial<Consent> = {}): Consent => ({
  id: "consent-1", activity_id: null, team_id: null, name: "李建国", phone: "15400000001", relation: "parent", accompanies: false,
  consented_at: inDays(-2), withdrawn_at: null, actions: [withdrawal], ...given,
});
const withdrawn = { withdrawn_at: inDays(-1), actions: [] };

function open(items: Consent[], mine = fakeVolunteer()) {
  serve({
    "GET /api/volunteers/volunteers": () => page([mine]),
    "GET /api/volunteers/volunteers/mine": () => ({ body: { volunteer_id: "volunteer-1", sections: [] } }),
    "GET /api/volunteers/volunteers/volunteer-1": () => ({ body: mine }),
    "GET /api/volunteers/volunteers/volunteer-1/consents": () => ({ body: { items } }),
  });
  openPhone("/data");
}

it("says what each consent is to", async () => {
  open([consent({ id: "consent-3", team_id: "team-1" }), consent({ id: "consent-2", activity_id: "activity-1" }), consent()]);
  await screen.findByRole("heading", { name: "监护人同意" });
  expect(screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual(["同意加入志愿服务队", "同意参加一次活动", "同意注册"]);
});

it("offers to consent to the registration again, though a team's consent stands", async () => {
  open([consent({ id: "consent-2", team_id: "team-1" }), consent(withdrawn)]);
  await userEvent.click(await screen.findByRole("button", { name: "重新同意注册" }));
  await userEvent.click(screen.getByRole("button", { name: "取消" }));
  expect(screen.getByRole("button", { name: "重新同意注册" })).toHaveFocus();
});

it.each([
  ["one to the registration stands", [consent()]],
  ["the registration needed none", []],
])("does not offer it where a team's consent alone was withdrawn and %s", async (_case, others) => {
  open([consent({ id: "consent-2", team_id: "team-1", ...withdrawn }), ...others]);
  expect(await screen.findByText("同意加入志愿服务队")).toBeVisible();
  expect(screen.queryByRole("button", { name: "重新同意注册" })).not.toBeInTheDocument();
});

it("does not offer it to who has withdrawn the registration itself", async () => {
  open([consent(withdrawn)], fakeVolunteer({ state: "withdrawn" }));
  expect(await screen.findByText("同意注册")).toBeVisible();
  expect(screen.queryByRole("button", { name: "重新同意注册" })).not.toBeInTheDocument();
});

it("says before a withdrawal what becomes of a child who is at an activity", async () => {
  open([consent()]);
  await userEvent.click(await screen.findByRole("button", { name: "撤回同意" }));
  expect(screen.getByText(/正在活动现场的，由负责人联系监护人当面交接。$/)).toBeVisible();
});
