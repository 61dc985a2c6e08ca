/** Invented answers of the service, typed by its document, for tests. */
import type { Account } from "@/api/session";
import type { Area } from "@/ui/areas";
import type { Dashboard, Figure, Indicator, Loop, LoopStep, Step, Tile, Tiles } from "./dashboard/queries";
import type { IndicatorView } from "./dashboard/indicatorQueries";
import type { Reading } from "./evidence/queries";

export const CITY = "area-441900";
export const TOWN = "area-441900116";
const AT = "2026-11-23T01:00:00Z";

export const leader: Account = {
  id: "a",
  kind: "staff",
  display_name: "市领导",
  grants: [{ role: "leader", area_id: CITY, area_name: "东莞市", scope_key: "441900/", organisation_id: null }],
};

export const areas: Area[] = [
  { id: CITY, code: "441900", name: "东莞市", parent_id: null },
  { id: TOWN, code: "441900116", name: "塘厦镇", parent_id: CITY },
];

const readings = (indicator: Indicator | Step, area: string) => `/api/assessment/readings?indicator=${indicator}&area_id=${area}`;

const head = (code: string, name: string | null, level: string) => ({ id: `area-${code}`, area_id: `area-${code}`, code, name, level, organ_kind: level === "city" ? "prefecture_city" : "town" });

export const invented = (indicator: Indicator, changes: Partial<Figure> = {}): Figure => ({
  indicator,
  name: indicator,
  unit: "ratio",
  window: "day",
  value: 0.112,
  numerator: 1_172_262,
  denominator: { name: "常住人口", value: 10_466_625, kind: "resident", on: "2020-11-01", source: "第七次全国人口普查公报" },
  confidence: null,
  target: { value: 0.13, deadline: "2020-12-31", state: "expired", source: "《实施方案》三(三)3", assumption: false },
  gap: 0.018,
  missing: 188_400,
  pace: { standing: "overdue", months_left: null, required: null, required_count: null, actual: 0.0003, actual_count: 3_140, measured_months: 6 },
  state: "behind",
  as_of: AT,
  trend: [{ on: "2026-10-31", value: 0.11 }, { on: "2026-11-23", value: 0.112 }],
  asides: [],
  links: { records: readings(indicator, CITY), children: `/api/assessment/dashboards/${CITY}/tiles?indicator=${indicator}`, indicator: `/api/assessment/dashboards/${CITY}/indicators/${indicator}` },
  ...changes,
});

export const city: Dashboard = {
  ...head("441900", "东莞市", "city"),
  as_of: AT,
  stopped: [],
  figures: [invented("org_coverage"), invented("volunteer_ratio")],
  links: { area: `/api/registry/areas/${CITY}`, parent: null, loop: "", communities: "" },
};

const tile = (code: string, name: string, changes: Partial<Tile>): Tile => ({
  ...head(code, name, "township"),
  value: 0.63,
  target: 1,
  target_source: "《实施方案》三(五)1",
  target_assumption: false,
  gap: 0.37,
  state: "behind",
  links: { dashboard: `/api/assessment/dashboards/area-${code}`, records: readings("org_coverage", `area-${code}`) },
  ...changes,
});

export const tilesOfCity: Tiles = {
  indicator: "org_coverage",
  name: "达标",
  unit: "ratio",
  as_of: AT,
  stopped: [],
  target: { value: 1, deadline: "2018-12-31", state: "expired", source: "《实施方案》三(五)1", assumption: false },
  items: [
    tile("441900116", "塘厦镇", {}),
    tile("441900003", "东城街道", { value: 0.8, gap: 0.2 }),
    tile("441900401", "松山湖", { value: null, target: null, gap: null, state: "na" }),
  ],
};

const step = (name: Step, changes: Partial<LoopStep>): LoopStep => ({ step: name, name, unit: "needs", count: 24, waiting: 0, median_days: null, links: { records: readings(name, CITY) }, ...changes });

export const loopOfCity: Loop = {
  ...head("441900", "东莞市", "city"),
  year: 2026,
  as_of: AT,
  stopped: [],
  steps: [step("loop_needs", { name: "需求", waiting: 14, median_days: 94 }), step("loop_projects", { name: "项目批准", unit: "projects", count: 9 })],
  stuck_at: "loop_needs",
};

export const inventedReading = (changes: Partial<Reading> = {}): Reading => ({
  id: "h1",
  version: 3,
  area_id: TOWN,
  indicator: "hours",
  state: "confirmed",
  on: "2026-11-16",
  value: 110,
  actions: [],
  links: {
    record: "/api/volunteers/hours/h1",
    activity: "/api/projects/activities/a1",
    project: "/api/projects/projects/p1",
    needs: ["/api/projects/needs/n1", "/api/projects/needs/n2"],
  },
  ...changes,
});

export const indicatorOfCity: IndicatorView = {
  ...head("441900", "东莞市", "city"),
  stopped: [],
  figure: invented("volunteer_ratio"),
  definition: {
    code: "volunteer_ratio",
    name: "注册志愿者占常住人口比例",
    formula: "注册志愿者数 ÷ 常住人口数",
    numerator: "注册志愿者",
    denominator: "常住人口，注明口径、日期和来源",
    unit: "ratio",
    window: "day",
    facts: ["volunteers.volunteer.registered.v1"],
    caution: "一人全市只计一次。",
    valid_from: "1900-01-01",
    source: "《实施方案》三(三)3",
    assumption: false,
  },
  history: invented("volunteer_ratio").trend,
  forecast: {
    method: "按过去一年的平均变化推算",
    months: 24,
    confidence: 0.8,
    points: [{ on: "2026-11-30", value: 0.115, low: 0.113, high: 0.117 }],
    tried: 21,
    held: 18,
  },
  forecast_withheld: null,
  forecast_least_months: 8,
  outside: [
    {
      id: "o1",
      version: 1,
      area_id: CITY,
      state: "entered",
      system: "i志愿",
      counts: "cards",
      value: 1_200_000,
      counted_on: "2026-10-31",
      source: "统计通报",
      entered_at: AT,
      withdrawn_at: null,
      withdrawn_because: null,
      actions: [],
      links: {},
    },
  ],
};
