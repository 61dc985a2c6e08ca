/** Invented deliberations, typed by the service's document, for tests. */
import type { Deliberation, Item, Rule } from "./queries";

export const inventedRule: Rule = {
  valid_from: "1900-01-01",
  source: "中办发〔2015〕41号",
  assumption: true,
  notice_days: 3,
  quorum_percent: 50,
  required: ["non_local_residents"],
  matter: [{ code: "major_matter", name: "村（社区）重大事项" }],
  party: [
    { code: "committee", name: "村（居）民委员会" },
    { code: "local_residents", name: "当地户籍居民代表" },
    { code: "non_local_residents", name: "非户籍居民代表" },
  ],
};

export const inventedItem = (changes: Partial<Item> = {}): Item => ({
  id: "item-1",
  version: 1,
  area_id: "area-1",
  deliberation_id: "deliberation-1",
  organisation_id: null,
  role: "community_officer",
  what: "公示加装方案",
  due_on: "2099-12-31",
  status: "open",
  feedback: null,
  fed_back_at: null,
  actions: [],
  links: {},
  ...changes,
});

export const inventedDeliberation = (changes: Partial<Deliberation> = {}): Deliberation => ({
  id: "deliberation-1",
  version: 2,
  area_id: "area-1",
  state: "notified",
  topic: "三栋要不要加装电梯",
  description: "五层以上住户多为老人。",
  category: "elderly",
  need_ids: ["need-1"],
  continues_id: null,
  is_continued: false,
  form: "council",
  place: "社区议事厅",
  meets_at: "2026-11-20T01:00:00Z",
  invited: { committee: 3, local_residents: 6, non_local_residents: 5 },
  present: {},
  notified_at: "2026-11-14T01:00:00Z",
  held_at: null,
  minutes: null,
  dissent: null,
  outcome: null,
  conclusion: null,
  concluded_at: null,
  items: [],
  is_executed: false,
  actions: [],
  links: {},
  ...changes,
});
