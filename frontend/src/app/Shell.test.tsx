/** The frame: who sees what. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Account } from "@/api/session";
import { show } from "@/testing/page";
import { pretendServer, refusal } from "@/testing/server";
import { mayOpen } from "./access";
import { Shell } from "./Shell";

const account: Account = {
  id: "a",
  kind: "staff",
  display_name: "陈敏",
  grants: [{ role: "town_officer", area_id: "t", area_name: "塘厦镇", scope_key: "x", organisation_id: null }],
};

it("shows name, area and menu to the signed-in", async () => {
  pretendServer(() => ({ body: account }));
  show(<Shell />, { at: "/dashboard" });
  expect(await screen.findByText("塘厦镇")).toBeVisible();
  expect(screen.getByText("陈敏")).toBeVisible();
  expect(screen.getByRole("link", { name: "驾驶舱" })).toHaveAttribute("aria-current", "page");
  expect(screen.getByRole("link", { name: "跳到正文" })).toHaveAttribute("href", "#page");
});

it("sends a visitor to sign in and remembers where to", async () => {
  pretendServer(() => refusal(401, "sign-in-needed"));
  const router = show(<Shell />, { at: "/projects/needs?state=raised" });
  await screen.findByText("elsewhere");
  expect(router.state.location.pathname + router.state.location.search).toBe("/sign-in?to=%2Fprojects%2Fneeds%3Fstate%3Draised");
});

it("offers screens by role", () => {
  expect(mayOpen({}, account)).toBe(true);
  expect(mayOpen({ roles: ["town_officer", "leader"] }, account)).toBe(true);
  expect(mayOpen({ roles: ["leader"] }, account)).toBe(false);
});
