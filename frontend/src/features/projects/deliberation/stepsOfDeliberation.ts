/** The line of a deliberation from which no project has grown yet. */
import type { ChainStep } from "@/ui/Chain";
import { NAMES } from "../moneyChain";
import type { Deliberation } from "./queries";
import { deliberationStates } from "./states";

const PLACE = NAMES.indexOf("议事");

export function beforeProject({ id, need_ids: [first, ...others], state }: Pick<Deliberation, "id" | "need_ids" | "state">): ChainStep[] {
  const toNeeds = others.length === 0 ? `/projects/needs/${first}` : `/projects/deliberations/${id}?tab=needs`;
  const need = first ? { to: toNeeds, note: others.length === 0 ? undefined : `${others.length + 1} 项` } : { note: "重大事项" };
  return NAMES.map((label, place) => ({
    label,
    ...(label === "需求" && need),
    ...(place === PLACE && { note: deliberationStates[state].label }),
    at: place === PLACE ? "current" : place < PLACE ? "done" : "ahead",
  }));
}
