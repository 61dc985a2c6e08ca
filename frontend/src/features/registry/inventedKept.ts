/** Invented answers of the registry's later stages, typed by its document, for tests. */
import type { Facility } from "./facility/queries";
import type { Post } from "./post/queries";
import type { Conditions, Registration } from "./registration/queries";
import type { Sanction } from "./sanction/queries";
import type { Stationing } from "./stationing/queries";

export const verbOf = (path: string, label: string, needs_reason = false) => ({
  name: path.split("/").at(-1) ?? "",
  label,
  method: "POST",
  needs_reason,
  href: `/api/registry/${path}`,
});

export const inventedRegistration = (changes: Partial<Registration> = {}): Registration => ({
  id: "r1",
  version: 2,
  organisation_id: "o1",
  area_id: "area-441900116001",
  state: "submitted",
  promotes: false,
  name: "林村社区睦邻协会",
  kind: "social_association",
  category: "charity_mutual_aid",
  venue: "社区综合服务中心二楼",
  business_scope: "邻里互助、助老扶弱",
  members: 56,
  funds_fen: 3_000_000,
  documents: [{ name: "章程草案", note: "", attachment_ids: ["file-1"] }, { name: "验资报告", note: "原件交窗口", attachment_ids: [] }],
  representative: "演*",
  submitted_at: "2026-11-20T01:30:00Z",
  judged_by: "《社会团体登记管理条例》(2016年修订)",
  accepted_on: null,
  due_on: "2099-01-08",
  returned_because: null,
  refused_because: null,
  decided_on: null,
  actions: [],
  links: { area: "/api/registry/areas/area-441900116001", organisation: null },
  ...changes,
});

export const inventedConditions: Conditions = {
  source: "《社会团体登记管理条例》(2016年修订)",
  assumption: true,
  valid_from: "2016-02-06",
  accept_within: 5,
  decide_within: 20,
  items: (["social_association", "social_service_org", "foundation"] as const).map((kind) => ({
    kind,
    least: { members: 50, funds_fen: 3_000_000 },
    in_community: { members: 20, funds_fen: 500_000 },
    article: "《社会团体登记管理条例》第十条、第十一条",
    conditions: ["固定的住所"],
    documents: ["验资报告", "章程草案"],
  })),
};

export const inventedFacility = (changes: Partial<Facility> = {}): Facility => ({
  id: "f1",
  version: 1,
  area_id: "area-441900116001",
  state: "open",
  name: "林村综合服务管理中心",
  kind: "service_centre",
  address: "林村大道1号",
  rooms: ["服务大厅", "议事协商室"],
  opening_hours: "周一至周六 8:30-18:00",
  floor_area_m2: 1320,
  opened_on: "2026-01-05",
  closed_on: null,
  closed_because: null,
  actions: [],
  links: {},
  ...changes,
});

export const inventedStationing = (changes: Partial<Stationing> = {}): Stationing => ({
  id: "s1",
  version: 1,
  area_id: "area-441900116001",
  state: "running",
  facility_id: "f1",
  organisation_id: "o1",
  social_worker_id: null,
  agreement: "综合服务管理中心进驻协议",
  starts_on: "2026-02-01",
  until: "2099-02-01",
  ended_on: null,
  ended_because: null,
  actions: [],
  links: {},
  ...changes,
});

export const inventedPost = (changes: Partial<Post> = {}): Post => ({
  id: "p1",
  version: 4,
  area_id: "area-441900116001",
  on: "2026-11-23",
  state: "vacant",
  number: "塘厦岗-001",
  field: "elderly",
  employer_kind: "town_government",
  organisation_id: null,
  full_time: true,
  planned_on: "2026-01-05",
  holder: null,
  holdings: [{ social_worker_id: "w1", starts_on: "2026-02-01", ends_on: "2026-06-01", vacated_because: "考取研究生" }],
  actions: [],
  links: {},
  ...changes,
});

export const inventedSanction = (changes: Partial<Sanction> = {}): Sanction => ({
  id: "x1",
  version: 1,
  organisation_id: "o1",
  area_id: "area-441900116001",
  state: "in_force",
  measure: "bar",
  ground: "evaluation-failed",
  article: "《考核评估实施办法》",
  document: "东社处〔2026〕7号",
  starts_on: "2026-01-01",
  ends_on: "2027-01-01",
  imposed_at: "2025-12-20T01:00:00Z",
  lifted_on: null,
  lifted_because: null,
  holds: true,
  actions: [],
  links: {},
  ...changes,
});
