/** A count of people is never bare: what was counted, on which day, by whom. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { components } from "@/api/registry.gen";
import { count } from "@/ui/amounts";
import { area, type AreaItem } from "./queries";
import { populationKinds } from "./states";

export type Population = components["schemas"]["PopulationView"];

export const latest = (populations: Population[]): Population | undefined =>
  [...populations].sort((one, other) => other.on.localeCompare(one.on))[0];

const groundsOf = ({ kind, on, source }: Population) => `${populationKinds[kind] ?? kind} · ${source} · ${on}`;

export function PopulationCount({ of }: { of: Population }) {
  return <span><span className="figures">{count(of.value)}</span> <small className="muted">{groundsOf(of)}</small></span>;
}

/** Lines of the list carry no counts, so the units (never the 604 communities) are asked for theirs one by one. */
function Counted({ item, show }: { item: AreaItem; show: (population: Population) => ReactNode }) {
  const { data, isFetching } = useQuery({ ...area(item.id), enabled: item.level !== "community", staleTime: Infinity });
  const population = data && latest(data.populations);
  if (population) return <>{show(population)}</>;
  return <span className="muted">{isFetching ? "…" : "—"}</span>;
}

export const CountOf = ({ item }: { item: AreaItem }) => <Counted item={item} show={({ value }) => count(value)} />;

export const GroundsOf = ({ item }: { item: AreaItem }) => <Counted item={item} show={(population) => <span className="muted">{groundsOf(population)}</span>} />;
