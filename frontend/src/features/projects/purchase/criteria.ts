/** Criteria as an editor holds them: each has a code of its own, given once and kept. */
import type { Criterion } from "./queries";

export type CriterionRow = Omit<Criterion, "code"> & { code?: string };

export const newCriterion: Partial<CriterionRow> = { kind: "quality" };

/** What a purchase begins with; the points are for whoever drafts it to settle. */
export const firstCriteria: CriterionRow[] = [
  { name: "报价", kind: "price", points: 20 },
  { name: "服务方案", kind: "quality", points: 50 },
  { name: "人员与业绩", kind: "quality", points: 30 },
];

/** Rows as the service takes them: in their order, so that its pointers find them again. */
export function coded(rows: CriterionRow[] = []): Criterion[] {
  const taken = new Set(rows.flatMap(({ code }) => code ?? []));
  return rows.map(({ code, name, kind, points }) => {
    let free = code ?? `${kind}_1`;
    for (let number = 2; !code && taken.has(free); number += 1) free = `${kind}_${number}`;
    taken.add(free);
    return { code: free, name: name.trim(), kind, points };
  });
}
