/** Where no button is offered: another role of the same activity, and one that asks for an age not yet reached. */
import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { fakeOpportunity, fakeSignup, fakeVolunteer, inDays } from "../testing/fakes";
import { openPhone, page, serve } from "../testing/phone";
import { isTooYoung } from "./age";

it("offers no second role of an activity to who is in already, and one again after a cancellation", async () => {
  const both = [fakeOpportunity(), fakeOpportunity({ id: "opportunity-2", role_name: "司机" })];
  const roles = { "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]), "GET /api/volunteers/opportunities": () => page(both) };
  const asked = serve({ ...roles, "GET /api/volunteers/signups": () => page([fakeSignup({ state: "waiting", waiting_number: 2 })]) });
  openPhone("/");
  expect(await screen.findByText("您已报名本活动的“探访员”。")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "报名" })).not.toBeInTheDocument();
  expect(asked.filter(({ path }) => path.startsWith("/api/volunteers/signups?"))).toHaveLength(1);
  serve({ ...roles, "GET /api/volunteers/signups": () => page([fakeSignup({ state: "cancelled" })]) });
  openPhone("/");
  await waitFor(() => expect(screen.getAllByRole("button", { name: "报名" })).toHaveLength(2));
});

it("says the age instead of a button where who is registered is certainly too young", async () => {
  serve({
    "GET /api/volunteers/volunteers": () => page([fakeVolunteer({ age_band: "under_14" })]),
    "GET /api/volunteers/opportunities": () => page([fakeOpportunity(), fakeOpportunity({ id: "opportunity-2", minimum_age: 14 })]),
  });
  openPhone("/");
  expect(await screen.findByText("须年满 16 周岁，不能报名此岗位。")).toBeInTheDocument();
  expect(screen.getAllByRole("button", { name: "报名" })).toHaveLength(1);
});

it.each([
  ["under_14", 14, 3, false],
  ["under_14", 15, 3, true],
  ["under_14", 15, 400, false],
  ["14_17", 18, 3, false],
  ["35_59", 65, 3, true],
  ["60_plus", 70, 3, false],
  ["a band to come", 99, 3, false],
])("takes nobody for too young who may have had a birthday by then (%s, from %i, in %i days)", (age_band, minimum_age, days, isCertain) => {
  expect(isTooYoung(fakeVolunteer({ age_band }), fakeOpportunity({ minimum_age, starts_at: inDays(days) }))).toBe(isCertain);
});
