/** An area by its name as an officer says it: town and community, without the city. */
import { pathTo, useAreas } from "./areas";
import { useMessages } from "./language";
import { messages } from "./messages";

/** The names from the town down to an area; of the city itself, its own. */
function useNames(id: string | undefined): string[] {
  const t = useMessages(messages);
  const { data = [] } = useAreas();
  const byId = new Map(data.map((area) => [area.id, area]));
  const path = pathTo(data, id).flatMap((at) => byId.get(at) ?? []);
  return (path.length > 1 ? path.slice(1) : path).map(({ name, code }) => name ?? `${t.nameNotLoaded} ${code}`);
}

export function AreaName({ id }: { id: string }) {
  return <>{useNames(id).join(" / ") || "—"}</>;
}

/** The town (街道、园区) an area lies in. */
export function TownName({ of }: { of: string }) {
  return <>{useNames(of)[0] ?? "—"}</>;
}
