/** Whoever issues sees first which hours, of which activities, in which period. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import CertificatePage from "./CertificatePage";

const issuance = { name: "issuance", label: "出具证明", method: "POST", needs_reason: false, href: "/api/volunteers/certificates/c1/issuance" };
const requested = {
  id: "c1", version: 1, area_id: "area-1", state: "requested", number: null, volunteer_id: "v1", organisation_id: "o1", issuer_kind: "organisation", issuer_name: "睦邻互助社",
  from_on: "2026-10-01", to_on: "2026-11-28", purpose: null, minutes: null, hours: null, entries: 0, requested_at: "2026-11-28T01:00:00Z", issued_at: null, decided_at: null, reason: null,
  replaced_by: null, doubted_at: null, proof: null, links: {},
};
const entry = { id: "h1", title: "周末敬老陪伴", starts_at: "2026-11-14T01:30:00Z", ends_at: "2026-11-14T03:20:00Z", minutes: 110 };

it.each([{ actions: [issuance] }, { actions: [] }])("lists what would be certified to whoever may issue it: %j", async ({ actions }) => {
  const asked = pretendServer(({ path }) => {
    if (path.includes("/certificates/entries")) return { body: { minutes: 110, items: [entry] } };
    return path.includes("/volunteers/certificates/") ? { body: { ...requested, actions } } : { body: { items: [] } };
  });
  show(<CertificatePage />, { at: "/volunteers/certificates/c1", path: "/volunteers/certificates/:id" });
  expect(await screen.findByText("出具时按账本合计")).toBeVisible();
  if (actions.length === 0) {
    expect(asked.some(({ path }) => path.includes("/certificates/entries"))).toBe(false);
    return;
  }
  expect(await screen.findByText(/2026-10-01 至 2026-11-28：1 次，共 1 小时 50 分钟/)).toBeVisible();
  expect(screen.getByRole("link", { name: "周末敬老陪伴" })).toHaveAttribute("href", "/volunteers/hours/h1");
});
