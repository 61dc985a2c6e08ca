/** A volunteer finds a team, asks to be let in with a guardian's consent where it is wanted, and its leader lets in. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { refusal } from "@/testing/server";
import { fakeVolunteer } from "../testing/fakes";
import { openPhone, page, serve } from "../testing/phone";
import type { Membership, OpenTeam } from "./queries";

const team: OpenTeam = {
  id: "team-1", version: 1, area_id: "community-1", organisation_id: null, state: "active", name: "晨光助老队", field: "elderly", description: "每周探访", members: 7, formed_on: "2026-08-20",
  actions: [{ name: "memberships", method: "POST", href: "/api/volunteers/teams/team-1/memberships", needs_reason: false, label: "申请入队" }], links: {},
};

const membership = (given: Partial<Membership> = {}): Membership => ({
  id: "membership-1", version: 1, area_id: "community-1", state: "asked", team_id: "team-1", team_name: "晨光助老队", team_state: "active", volunteer_id: "volunteer-1", leads: false,
  asked_at: "2026-11-20T10:00:00Z", joined_on: null, ended_on: null, ended_because: null, actions: [], links: {}, ...given,
});

const verb = (name: string, label: string, needs_reason = false) => ({ name, label, method: "POST", needs_reason, href: `/api/volunteers/memberships/membership-2/${name}` });

it("finds a team near and asks to join, with the guardian's consent that the server asks for", async () => {
  let guarded = false;
  const asked = serve({
    "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]),
    "GET /api/volunteers/open-teams": () => page([team]),
    "GET /api/volunteers/open-teams/team-1": () => ({ body: team }),
    "GET /api/volunteers/memberships": () => page(guarded ? [membership()] : []),
    "POST /api/volunteers/teams/team-1/memberships": ({ body }) => {
      if (!(body as { guardian?: object }).guardian) return refusal(422, "guardian-consent-missing", { errors: [{ pointer: "/guardian", title: "未成年人须由监护人同意。" }] });
      guarded = true;
      return { status: 201, body: membership() };
    },
  });
  openPhone("/teams");
  fireEvent.click(await screen.findByText("晨光助老队"));
  fireEvent.click(await screen.findByText("申请入队"));
  fireEvent.click(screen.getByText("确定"));
  fireEvent.change(await screen.findByLabelText("监护人姓名"), { target: { value: "张监护" } });
  fireEvent.click(screen.getByText("确定"));
  expect(await screen.findByText("申请中")).toBeVisible();
  const sent = asked.filter(({ method }) => method === "POST").map(({ body }) => body);
  expect(sent).toEqual([{}, { guardian: { name: "张监护" } }]);
});

it("lets its leader admit who asks", async () => {
  const mine = membership({ state: "member", leads: true, joined_on: "2026-08-20" });
  const other = membership({ id: "membership-2", volunteer_id: "volunteer-2", actions: [verb("admission", "同意入队"), verb("refusal", "不同意", true)] });
  const asked = serve({
    "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]),
    "GET /api/volunteers/open-teams/team-1": () => ({ body: team }),
    "GET /api/volunteers/memberships?volunteer_id": () => page([mine]),
    "GET /api/volunteers/memberships?team_id": () => page([mine, other]),
    "POST /api/volunteers/names": () => ({ body: { items: [{ id: "volunteer-2", name: "李*" }] } }),
    "POST /api/volunteers/memberships/membership-2/admission": () => ({ body: membership({ state: "member" }) }),
  });
  openPhone("/teams/team-1");
  expect(await screen.findByText("李*")).toBeVisible();
  fireEvent.click(screen.getByText("同意入队"));
  fireEvent.click(screen.getByText("确定"));
  await waitFor(() => expect(asked.some(({ path }) => path.endsWith("/membership-2/admission"))).toBe(true));
});
