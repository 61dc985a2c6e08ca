/** Invented answers of the registry, typed by its document, for tests. */
import type { AreaItem } from "./area/queries";
import type { Organisation } from "./organisation/queries";

const branch = (code: string, parent_id: string | null, name: string | null, more: Partial<AreaItem>): AreaItem => ({
  id: `area-${code}`,
  code,
  name,
  parent_id,
  scope_key: code,
  level: "township",
  organ_kind: "town",
  population: null,
  ...more,
});

export const areas: AreaItem[] = [
  branch("441900", null, "东莞市", { level: "city", organ_kind: "prefecture_city" }),
  branch("441900116", "area-441900", "塘厦镇", {}),
  branch("441900116001", "area-441900116", "林村社区", { level: "community", organ_kind: "RC" }),
  branch("441900116002", "area-441900116", null, { level: "community", organ_kind: "RC" }),
];

export const invented = (changes: Partial<Organisation> = {}): Organisation => ({
  id: "o1",
  version: 3,
  area_id: "area-441900116001",
  state: "submitted",
  name: "林村睦邻互助社",
  kind: "social_association",
  category: "charity_mutual_aid",
  path: "filed",
  number: null,
  filed_on: null,
  deregistered_because: null,
  venue: "社区综合服务中心二楼",
  members: 12,
  initiators: [
    { kind: "natural", name: "演*", uscc: null },
    { kind: "legal", name: "演示物业公司", uscc: "51441900MJ0000018B" },
  ],
  submitted_at: "2026-11-20T01:30:00Z",
  returned_because: null,
  judged_by: "粤民规字〔2022〕2号(试行)",
  deregistered_on: null,
  uscc: null,
  registered_on: null,
  business_scope: null,
  representative: null,
  authority_code: null,
  certificate_number: null,
  certificate_valid_to: null,
  liquidation: null,
  revoked_on: null,
  revoked_because: null,
  actions: [],
  links: { area: "/api/registry/areas/area-441900116001", projects: "/api/projects/projects?organisation_id=o1" },
  ...changes,
});

export const verb = (name: string, label: string, more: { method?: string; needs_reason?: boolean } = {}) => ({
  name,
  label,
  method: "POST",
  needs_reason: false,
  href: `/api/registry/organisations/o1/${name}`,
  ...more,
});
