/** Invented answers of the gateway, typed by its document, for tests. */
import type { Account, Grant } from "./account/queries";
import type { Session } from "./session/queries";

export const areas = [
  { id: "city", code: "441900", name: "东莞市", parent_id: null },
  { id: "town", code: "441900116", name: "塘厦镇", parent_id: "city" },
];

export const inventedGrant = (changes: Partial<Grant> = {}): Grant => ({
  id: "g1",
  role: "town_officer",
  area_id: "town",
  area_name: "塘厦镇",
  organisation_id: null,
  valid_from: "2026-11-01",
  valid_to: "2027-01-01",
  actions: [{ name: "revocation", method: "POST", href: "/api/gateway/accounts/a1/grants/g1/revocation", needs_reason: true, label: "收回" }],
  ...changes,
});

export const inventedAccount = (changes: Partial<Account> = {}): Account => ({
  id: "a1",
  version: 5,
  area_id: "town",
  state: "active",
  kind: "staff",
  username: "demo.officer",
  person_known: false,
  display_name: "演示经办",
  opened_at: "2026-11-01T01:00:00Z",
  roles: ["town_officer"],
  disabled_because: null,
  password_set_at: "2026-11-01T01:00:00Z",
  grants: [inventedGrant()],
  actions: [],
  links: {},
  ...changes,
});

export const inventedSession = (changes: Partial<Session> = {}): Session => ({
  id: "s1",
  is_current: true,
  method: "pwd",
  network: "10.1.2.0/24",
  device: "Mozilla/5.0 (Windows NT 10.0) Chrome/126.0",
  opened_at: "2026-11-23T01:00:00Z",
  seen_at: "2026-11-23T02:00:00Z",
  expires_at: "2026-11-23T09:00:00Z",
  actions: [{ name: "ending", method: "DELETE", href: "/api/gateway/sessions/s1", needs_reason: false, label: "退出此设备" }],
  ...changes,
});
