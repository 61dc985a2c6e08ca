/** Volunteer roles as an editor holds them: a role has a code of its own, given once and kept. */
import type { Activity, Wanted } from "./queries";

/** A row of the editor; a new one has no code yet. */
export type WantedRow = Pick<Wanted, "name" | "count" | "minimum_age"> & Partial<Pick<Wanted, "role" | "maximum_age" | "skills" | "training_ids">>;

/** Names often used, with the codes other systems read. */
const KNOWN: Record<string, string> = {
  签到登记: "registration",
  现场引导: "guide",
  秩序维护: "order",
  活动协助: "assistant",
  陪伴探访: "companion",
  教学带领: "teaching",
  摄影记录: "photography",
  物资后勤: "logistics",
};

export const knownRoles = Object.keys(KNOWN);

export const newRow: WantedRow = { name: "", count: 1, minimum_age: 18 };

function freeCode(name: string, taken: Set<string>): string {
  const known = KNOWN[name.trim()];
  if (known && !taken.has(known)) return known;
  let number = 1;
  while (taken.has(`role_${number}`)) number += 1;
  return `role_${number}`;
}

/** Rows as the service takes them: in their order, so that its pointers find them again. */
export function coded(rows: WantedRow[] = []): Wanted[] {
  const taken = new Set(rows.flatMap(({ role }) => role ?? []));
  return rows.map(({ role, name, count, minimum_age, maximum_age = null, skills = [], training_ids = [] }) => {
    const code = role ?? freeCode(name, taken);
    taken.add(code);
    return { role: code, name: name.trim(), count, minimum_age, maximum_age, skills, training_ids };
  });
}

/** What is planned already, to be changed. */
export const rowsOf = (wanted: Activity["wanted"]): WantedRow[] =>
  wanted.map(({ trainings, ...rest }) => ({ ...rest, training_ids: trainings.map(({ course_id }) => course_id) }));
