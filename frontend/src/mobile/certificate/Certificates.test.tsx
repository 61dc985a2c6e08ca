/** My certificates: what was issued, and asking the organiser for another. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { fakeVolunteer } from "../testing/fakes";
import { openPhone, page, serve } from "../testing/phone";
import type { Certificate, Organiser } from "./queries";

const issued: Certificate = {
  id: "certificate-1", version: 2, area_id: "community-1", state: "issued", number: "ZY44192026123456789", volunteer_id: "volunteer-1",
  organisation_id: null, issuer_kind: "committee", issuer_name: "岗贝社区居民委员会", from_on: "2026-01-01", to_on: "2026-06-30", purpose: null,
  minutes: 750, hours: "12.5", entries: 5, requested_at: null, issued_at: "2026-07-01T02:00:00Z", decided_at: null, reason: null, replaced_by: null, doubted_at: null,
  proof: "a.b.c", actions: [], links: { document: "/api/volunteers/certificates/certificate-1/document.pdf", proof: "/api/volunteers/certificates/certificate-1/proof.json" },
};
const organisation: Organiser = { organisation_id: "organisation-1", area_id: "community-1", name: "睦邻互助社", minutes: 90, from_on: "2026-08-01", to_on: "2026-08-20" };

it("shows what was issued and asks the chosen organiser for the days served there", async () => {
  const asked = serve({
    "GET /api/volunteers/volunteers": () => page([fakeVolunteer()]),
    "GET /api/volunteers/certificates?": () => page([issued]),
    "GET /api/volunteers/certificates/organisers": () => ({ body: { items: [organisation] } }),
    "POST /api/volunteers/certificates": () => ({ status: 201, body: { ...issued, state: "requested", number: null } }),
  });
  openPhone("/certificates");
  await screen.findByText("12.5 小时");
  expect(screen.getByRole("link", { name: "核验" })).toHaveAttribute("href", "/verify/#a.b.c");
  await userEvent.type(await screen.findByLabelText(/用途/), "积分入学");
  await userEvent.click(screen.getByRole("button", { name: "提交申请" }));
  await screen.findByText("已提交，等待出具。");
  expect(asked.find(({ method }) => method === "POST")?.body).toEqual({
    organisation_id: "organisation-1", area_id: null, from_on: "2026-08-01", to_on: "2026-08-20", purpose: "积分入学",
  });
});
