/** An invented card, typed by the service's document, for tests. */
import type { Action } from "@/api/view";
import { TOWN } from "../invented";
import type { Card, Line, Ranking } from "./queries";

const HERE = "/api/assessment/scorecards/card-1";

export const verb = (name: string, label: string, needs_reason = false): Action => ({ name, method: name === "report" ? "PUT" : "POST", href: `${HERE}/${name}`, needs_reason, label });

const reading: Line["reading"] = {
  standing: "measured",
  value_millionths: 65_000,
  numerator: 13,
  denominator: { name: "常住人口", value: 200, kind: "resident", on: "2020-11-01", source: "七普" },
  asides: [],
  computed_hundredths: 1000,
};

export const inventedLine = (code: string, changes: Partial<Line> = {}): Line => ({
  item: { code, name: "注册志愿者占比", basis: "达到 13% 得满分", indicator: "volunteer_ratio", weight: 20, scoring: { kind: "linear", floor: 0, full: 130_000 }, evidence_required: false },
  unit: "ratio",
  formula: "注册志愿者数 ÷ 常住人口数",
  target_millionths: 130_000,
  reading,
  applies: true,
  effective_hundredths: 2500,
  report: null,
  claimed_hundredths: null,
  attachment_ids: [],
  records: [],
  checked_hundredths: null,
  waived: false,
  check_reason: null,
  objection: null,
  objection_attachment_ids: [],
  upheld: null,
  decided_hundredths: null,
  decision: null,
  points_hundredths: 1000,
  weighted_hundredths: 1250,
  links: { records: `/api/assessment/readings?indicator=volunteer_ratio&area_id=${TOWN}&since=2025-01-01&on=2025-12-31` },
  ...changes,
});

const judged: Line["reading"] = { standing: "reported", value_millionths: null, numerator: null, denominator: null, asides: [], computed_hundredths: null };

export const reportedLine = (changes: Partial<Line> = {}): Line =>
  inventedLine("leadership", {
    item: { code: "leadership", name: "组织领导", basis: "附会议纪要", indicator: null, weight: 60, scoring: null, evidence_required: true },
    unit: null,
    formula: null,
    target_millionths: null,
    reading: judged,
    effective_hundredths: 7500,
    points_hundredths: null,
    weighted_hundredths: null,
    links: {},
    ...changes,
  });

export const outsideLine = inventedLine("org_coverage", {
  item: { code: "org_coverage", name: "组织达标率", basis: "5 个或 10 个", indicator: "org_coverage", weight: 20, scoring: { kind: "linear", floor: 0, full: 1_000_000 }, evidence_required: false },
  reading: { ...judged, standing: "not_applicable" },
  applies: false,
  effective_hundredths: null,
  points_hundredths: null,
  weighted_hundredths: null,
});

export const inventedCard = (changes: Partial<Card> = {}): Card => ({
  id: "card-1",
  version: 3,
  title: "松山湖 2025 年度考核评分",
  area_id: TOWN,
  scheme_id: "scheme-1",
  year: 2025,
  number: 1,
  unit_code: "441900401",
  unit_name: "松山湖",
  state: "checking",
  replaces_id: null,
  correction: null,
  first_day: "2025-01-01",
  last_day: "2025-12-31",
  positions: { projects: 12, registry: 40, volunteers: 7 },
  computed_at: "2026-01-05T01:00:00Z",
  opened_at: "2026-01-05T01:00:00Z",
  report_by: "2026-01-19",
  reported_at: "2026-01-08T01:00:00Z",
  confirmed_at: "2026-01-09T01:00:00Z",
  returned_at: null,
  returned_because: null,
  checked_at: null,
  object_until: null,
  accepted_at: null,
  objected_at: null,
  decide_by: null,
  decided_at: null,
  frozen_at: null,
  total_hundredths: null,
  applicable_weight: 80,
  lines: [inventedLine("volunteer_ratio"), outsideLine, reportedLine({ report: "已建立联席会议", attachment_ids: ["file-1"] })],
  actions: [],
  links: { area: `/api/registry/areas/${TOWN}`, scheme: "/api/assessment/schemes/scheme-1" },
  ...changes,
});

export const inventedRanking: Ranking = {
  year: 2025,
  scheme_id: "scheme-1",
  title: "2025年度考核方案",
  units: 33,
  frozen: 3,
  items: [
    { rank: 1, area_id: "area-441900", number: 1, total_hundredths: 9000, applicable_weight: 100, frozen_at: "2026-03-01T01:00:00Z", links: {} },
    { rank: 1, area_id: TOWN, number: 2, total_hundredths: 9000, applicable_weight: 80, frozen_at: "2026-03-01T01:00:00Z", links: { scorecard: HERE } },
  ],
};
