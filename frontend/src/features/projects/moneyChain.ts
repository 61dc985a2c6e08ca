/** The way need → deliberation → project → purchase → contract → activities → acceptance → payment as one line, from whichever record it is looked at. */
import { useQuery } from "@tanstack/react-query";
import type { ChainStep } from "@/ui/Chain";
import { contractStates } from "./contract/states";
import { needsOf } from "./chain";
import { project, type Project } from "./project/queries";
import { projectStates } from "./project/states";
import { purchaseStates } from "./purchase/states";
import { needReaders, spendingReaders } from "./roles";
import { spendingOf, type Spending } from "./spending";
import { useHolds } from "./useHolds";

export const NAMES = ["需求", "议事", "项目", "采购", "合同", "活动", "验收", "支付"] as const;

export type MoneyStep = (typeof NAMES)[number];

interface Known {
  to?: string;
  note?: string;
  isReached: boolean;
}

type Steps = Partial<Record<MoneyStep, Known>>;

/** What the reader's roles open. */
interface Reach {
  needs: boolean;
  purchases: boolean;
}

const NONE: Known = { isReached: false };

const times = (count: number, latest: string) => (count > 1 ? `共 ${count} 次 · ${latest}` : latest);

const counted = (done: string, of: number, open: string, left: number) => (left > 0 ? `${done} ${of} · ${open} ${left}` : `${done} ${of}`);

/** Whoever may not read the record reads what is open to everybody; a project grows only from what was agreed. */
function talkedOver({ deliberation_id }: Project, reach: Reach): Known {
  if (!deliberation_id) return { ...NONE, note: "未经议事" };
  return { to: `/projects/${reach.needs ? "" : "published/"}deliberations/${deliberation_id}`, note: "达成一致", isReached: true };
}

function bought({ purchases }: Spending, of: Project, reach: Reach): Known {
  const [latest] = purchases;
  if (!latest) return of.organisation_id ? { ...NONE, note: "未经采购" } : NONE;
  const all = reach.purchases ? "/projects/purchases" : "/projects/published/purchases";
  const to = purchases.length > 1 ? `${all}?project_id=${of.id}` : `${all}/${latest.id}`;
  return { to, note: times(purchases.length, purchaseStates[latest.state].label), isReached: purchases.some(({ state }) => state === "awarded") };
}

function contracted({ contracts }: Spending, { id }: Project): Known {
  const [latest] = contracts;
  if (!latest) return NONE;
  const to = contracts.length > 1 ? `/projects/contracts?project_id=${id}` : `/projects/contracts/${latest.id}`;
  return { to, note: times(contracts.length, contractStates[latest.state].label), isReached: contracts.some(({ signed_at }) => signed_at !== null) };
}

function carriedOut({ id, activities_held: held, activities_published: published }: Project): Known {
  if (held + published === 0) return NONE;
  return { to: `/projects/activities?project_id=${id}`, note: counted("已办", held, "待办", published), isReached: held > 0 };
}

function several(records: { id: string; state: string }[], done: string, list: string, words: [string, string], projectId: string): Known {
  const [first] = records;
  if (!first) return NONE;
  const of = records.filter(({ state }) => state === done).length;
  const to = records.length > 1 ? `${list}?project_id=${projectId}` : `${list}/${first.id}`;
  return { to, note: counted(words[0], of, words[1], records.length - of), isReached: of > 0 };
}

function known(of: Project, spending: Spending | undefined, reach: Reach): Steps {
  const above: Steps = {
    需求: { ...needsOf(of, `/projects/projects/${of.id}`, reach), isReached: true },
    议事: talkedOver(of, reach),
    项目: { to: `/projects/projects/${of.id}`, note: projectStates[of.state].label, isReached: true },
    活动: carriedOut(of),
  };
  if (!spending) return above;
  return {
    ...above,
    采购: bought(spending, of, reach),
    合同: contracted(spending, of),
    验收: several(spending.acceptances, "passed", "/projects/acceptances", ["通过", "待办"], of.id),
    支付: several(spending.payments, "made", "/projects/payments", ["已付", "待付"], of.id),
  };
}

export function moneySteps(current: MoneyStep, of: Project | undefined, spending: Spending | undefined, reach: Reach): ChainStep[] {
  const steps = of ? known(of, spending, reach) : {};
  return NAMES.map((label) => {
    const { isReached, ...shown } = steps[label] ?? NONE;
    return { label, ...shown, at: label === current ? "current" : isReached ? "done" : "ahead" };
  });
}

/** The line of a record below a project, and what it was drawn from; nothing is asked before the record is known. */
export function useMoneyChain(current: MoneyStep, record: { project_id: string } | undefined) {
  const id = record?.project_id ?? "";
  const readsPurchases = useHolds(spendingReaders);
  const readsNeeds = useHolds(needReaders) === true;
  const { data: of } = useQuery({ ...project(id), enabled: Boolean(id) });
  const { data: spending } = useQuery({ ...spendingOf(id, readsPurchases === true), enabled: Boolean(id) && readsPurchases !== undefined });
  return { steps: moneySteps(current, of, spending, { needs: readsNeeds, purchases: readsPurchases === true }), spending };
}
