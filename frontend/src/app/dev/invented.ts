/** Invented rows for the gallery. */
import type { Page, RecordView } from "@/api/view";
import type { States } from "@/ui/StateTag";
import places from "@/ui/tiles.json";
import type { UnitFigure } from "@/ui/units";

export type NeedState = "raised" | "accepted" | "returned" | "overdue" | "closed";

export const needStates: States<NeedState> = {
  raised: { label: "已提出", tone: "active" },
  accepted: { label: "已受理", tone: "good" },
  returned: { label: "退回补正", tone: "attention" },
  overdue: { label: "已逾期", tone: "alarm" },
  closed: { label: "已办结", tone: "neutral" },
};

export interface Need extends RecordView {
  state: NeedState;
  title: string;
  community: string;
  budget_fen: number;
  raised_on: string;
  minutes: number;
}

const TITLES = ["独居长者助餐与探访", "四点半课堂需要志愿者", "老旧楼道加装扶手", "新莞人子女暑期托管", "社区口袋公园环境整治", "残障人士康复活动场地"];
const STATES = Object.keys(needStates) as NeedState[];

export const needs: Need[] = Array.from({ length: 57 }, (_, at) => ({
  id: `need-${at}`,
  version: 3,
  area_id: "tangxia",
  state: STATES[at % STATES.length] as NeedState,
  actions: [
    { name: "acceptance", method: "POST", href: `/api/projects/needs/need-${at}/acceptance`, needs_reason: false, label: "受理" },
    { name: "return", method: "POST", href: `/api/projects/needs/need-${at}/return`, needs_reason: true, label: "退回补正" },
  ],
  links: {},
  title: `${TITLES[at % TITLES.length] ?? ""}(演示 ${at + 1})`,
  community: ["塘厦社区", "林村社区", "莆心湖社区", "石鼓社区"][at % 4] ?? "",
  budget_fen: 1_280_000 + at * 73_450,
  raised_on: `2026-${String(11 - (at % 6)).padStart(2, "0")}-${String(28 - (at % 27)).padStart(2, "0")}`,
  minutes: 90 + at * 35,
}));

export function needPage(query: { after?: string; state?: NeedState; q?: string }): Promise<Page<Need>> {
  const found = needs.filter((need) => (!query.state || need.state === query.state) && (!query.q || need.title.includes(query.q)));
  const from = Number(query.after ?? 0);
  const next = from + 20 < found.length ? String(from + 20) : null;
  return Promise.resolve({ items: found.slice(from, from + 20), next, count: found.length });
}

const NOT_APPLICABLE = new Set(["441900401", "441900402", "441900403", "441900404"]);

export const units: UnitFigure[] = places.map(({ code, name }, at) =>
  NOT_APPLICABLE.has(code) ? { code, name, value: null, state: "na" } : { code, name, value: 0.42 + ((at * 37) % 53) / 100, state: "ok" },
);
