/** Invented answers of the service, typed by its document, for tests. */
import type { Hours } from "./hours/queries";
import type { Volunteer } from "./volunteer/queries";

const verb = (href: string, name: string, label: string, needs_reason: boolean) => ({ name, label, method: "POST", needs_reason, href: `${href}/${name}` });

export const inventedHours = (changes: Partial<Hours> = {}): Hours => ({
  id: "h1",
  version: 2,
  area_id: "area-1",
  state: "proposed",
  source: "attendance",
  volunteer_id: "v1",
  activity_id: "a1",
  project_id: "p1",
  title: "周末敬老陪伴",
  starts_at: "2026-11-14T01:30:00Z",
  ends_at: "2026-11-14T03:20:00Z",
  minutes: 110,
  evidence_id: "e1",
  forgot_check_out: false,
  place_unknown: false,
  vouched_by: null,
  full_check: false,
  checked_at: null,
  because: null,
  objection: null,
  decide_by: null,
  proposed_at: "2026-11-14T03:20:00Z",
  second_account_id: null,
  decided_at: null,
  actions: [verb("/api/volunteers/hours/h1", "confirmation", "确认", false), verb("/api/volunteers/hours/h1", "return", "退回", true)],
  links: {
    area: "/api/registry/areas/area-1",
    activity: "/api/projects/activities/a1",
    project: "/api/projects/projects/p1",
    volunteer: "/api/volunteers/volunteers/v1",
    signup: "/api/volunteers/signups/s1",
    evidence: "/api/volunteers/attendances/e1",
  },
  ...changes,
});

export const inventedVolunteer = (changes: Partial<Volunteer> = {}): Volunteer => ({
  id: "v1",
  version: 1,
  area_id: "area-1",
  state: "registered",
  number: "4419544784494951",
  masked: true,
  name: "叶*",
  id_type: "resident_id",
  id_number: "4419**********3915",
  born_on: null,
  age_band: "18_34",
  groups: ["migrant_worker"],
  skills: [],
  registered_at: "2026-10-22T09:52:00Z",
  withdrawn_at: null, continued_as_id: null,
  actions: [verb("/api/volunteers/volunteers/v1", "unmasking", "查看完整信息", true)],
  links: {},
  ...changes,
});
