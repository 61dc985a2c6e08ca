/** A count of people is never bare: what was counted, on which day, by whom. */
import { useQuery } from "@tanstack/react-query";
import type { components } from "@/api/registry.gen";
import { count } from "@/ui/amounts";
import { area, type AreaItem } from "./queries";
import { populationKinds } from "./states";

export type Population = components["schemas"]["PopulationView"];

export const latest = (populations: Population[]): Population | undefined =>
  [...populations].sort((one, other) => other.on.localeCompare(one.on))[0];

export function PopulationCount({ of: { value, kind, on, source } }: { of: Population }) {
  return (
    <span>
      <span className="figures">{count(value)}</span>{" "}
      <small className="muted">{populationKinds[kind] ?? kind} · {source} · <span className="figures">{on}</span></small>
    </span>
  );
}

/** Lines of the list carry no counts, so the units (never the 604 communities) are asked for theirs one by one. */
export function PopulationOf({ item }: { item: AreaItem }) {
  const isCounted = item.level !== "community";
  const { data } = useQuery({ ...area(item.id), enabled: isCounted, staleTime: Infinity });
  const population = data && latest(data.populations);
  return population ? <PopulationCount of={population} /> : <span className="muted">{isCounted && !data ? "…" : "—"}</span>;
}
