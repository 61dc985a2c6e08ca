/** Invented teams and pairings, typed by the service's document, for tests. */
import type { Pairing } from "./pairing/queries";
import type { Team } from "./team/queries";

export const inventedTeam = (changes: Partial<Team> = {}): Team => ({
  id: "t1",
  version: 1,
  area_id: "area-1",
  organisation_id: null,
  state: "active",
  name: "晨光助老队",
  field: "elderly",
  description: "",
  leader_volunteer_id: "v1",
  members: 7,
  formed_on: "2026-08-20",
  dissolved_on: null,
  dissolved_because: null,
  actions: [],
  links: {},
  ...changes,
});

export const inventedPairing = (changes: Partial<Pairing> = {}): Pairing => ({
  id: "p1",
  version: 1,
  area_id: "area-1",
  organisation_id: null,
  state: "running",
  team_id: "t1",
  team_name: "晨光助老队",
  members: 7,
  social_worker_id: "w1",
  starts_on: "2026-08-23",
  ends_on: null,
  predecessor_id: null,
  handover_because: null,
  handover_since: null,
  handover_until: null,
  reason: null,
  handover_note: null,
  joint_activities: 3,
  coming_activities: 1,
  actions: [],
  links: {},
  ...changes,
});
