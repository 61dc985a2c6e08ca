/** Invented answers of the projects service, typed by its document, for tests. */
import type { Activity } from "./activity/queries";
import type { Need } from "./need/queries";
import type { Project } from "./project/queries";

export const account = (role: string) => ({
  id: "account-1",
  kind: "staff",
  display_name: "演示经办",
  grants: [{ role, area_id: "area-1", area_name: "林村社区", scope_key: "44.19.01", organisation_id: null }],
});

export const areas = [
  { id: "town-1", code: "441900116", name: "塘厦镇", parent_id: null },
  { id: "area-1", code: "441900116001", name: "林村社区", parent_id: "town-1" },
];

export const verb = (href: string, label: string, more: { method?: string; needs_reason?: boolean } = {}) => ({
  name: href.split("/").at(-1) ?? "",
  label,
  href: `/api/projects/${href}`,
  method: "POST",
  needs_reason: false,
  ...more,
});

export const inventedNeed = (changes: Partial<Need> = {}): Need => ({
  id: "need-1",
  version: 2,
  area_id: "area-1",
  state: "pooled",
  title: "独居长者助餐",
  description: "午餐不便。",
  category: "elderly",
  persons_affected: 30,
  raised_at: "2026-11-03T01:00:00Z",
  declined_because: null,
  merged_into_id: null,
  project_id: null,
  sources: [
    { id: "source-1", channel: "home_visit", heard_on: "2026-11-01", persons: 12, contact: { name: "演*", phone: "138****8000" } },
    { id: "source-2", channel: "forum", heard_on: "2026-11-02", persons: 18, contact: null },
  ],
  actions: [],
  links: {},
  ...changes,
});

export const inventedProject = (changes: Partial<Project> = {}): Project => ({
  id: "project-1",
  version: 4,
  area_id: "area-1",
  state: "approved",
  organisation_id: null,
  carried_out_by: null,
  title: "邻里食堂",
  goals: ["每周送餐两次"],
  budget_fen: 5_000_000,
  starts_on: "2026-11-01",
  ends_on: "2027-03-31",
  need_ids: ["need-1"],
  deliberation_id: null,
  submitted_at: "2026-11-04T01:00:00Z",
  returned_because: null,
  review: null,
  approved_at: "2026-11-05T01:00:00Z",
  lines_fen: 5_000_000,
  free_fen: 5_000_000,
  unbought_fen: 5_000_000,
  paid_fen: 0,
  outcome: null,
  closed_at: null,
  activities_published: 1,
  activities_held: 2,
  closing_due: false,
  buying_due: false,
  actions: [],
  links: {},
  ...changes,
});

export const inventedActivity = (changes: Partial<Activity> = {}): Activity => ({
  id: "activity-1",
  version: 3,
  area_id: "area-1",
  project_id: "project-1",
  need_ids: ["need-1"],
  organisation_id: null,
  state: "published",
  title: "敬老午餐会",
  description: "请带水杯。",
  starts_at: "2026-11-23T01:00:00Z",
  ends_at: "2026-11-23T04:00:00Z",
  place: { name: "党群服务中心二楼", latitude: null, longitude: null },
  lead_social_worker_id: "worker-1",
  lead_person_id: "person-1",
  wanted: [{ role: "guide", name: "现场引导", count: 4, minimum_age: 18, maximum_age: null, skills: [], trainings: [] }],
  resident_places: 40,
  published_at: "2026-11-10T01:00:00Z",
  held_at: null,
  cancelled_because: null,
  actions: [],
  links: {},
  ...changes,
});
