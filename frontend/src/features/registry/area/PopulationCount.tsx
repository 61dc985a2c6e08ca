/** A count of people is never bare: what was counted, on which day, by whom. */
import type { components } from "@/api/registry.gen";
import { count } from "@/ui/amounts";
import type { AreaItem } from "./queries";
import { populationKinds } from "./states";

export type Population = components["schemas"]["PopulationView"];

export const latest = (populations: Population[]): Population | undefined =>
  [...populations].sort((one, other) => other.on.localeCompare(one.on))[0];

const groundsOf = ({ kind, on, source }: Population) => `${populationKinds[kind] ?? kind} · ${source} · ${on}`;

export function PopulationCount({ of }: { of: Population }) {
  return <span><span className="figures">{count(of.value)}</span> <small className="muted">{groundsOf(of)}</small></span>;
}

export const CountOf = ({ item: { population } }: { item: AreaItem }) =>
  population ? <>{count(population.value)}</> : <span className="muted">—</span>;

export const GroundsOf = ({ item: { population } }: { item: AreaItem }) =>
  <span className="muted">{population ? groundsOf(population) : "—"}</span>;
