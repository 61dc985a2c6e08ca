/** An area by its name as an officer says it: town and community, without the city. */
import { useQuery } from "@tanstack/react-query";
import { me } from "@/api/session";
import { pathTo, unnamed, useAreas, withoutOrgan, type Area } from "./areas";
import { useMessages } from "./language";
import { messages } from "./messages";

/** The areas from the town down to one; of the city itself, the city. */
function usePath(id: string | undefined): Area[] {
  const { data = [] } = useAreas();
  const byId = new Map(data.map((area) => [area.id, area]));
  const path = pathTo(data, id).flatMap((at) => byId.get(at) ?? []);
  return path.length > 1 ? path.slice(1) : path;
}

function useNames(id: string | undefined): string[] {
  const t = useMessages(messages);
  return usePath(id).map(({ name, code }) => name ?? unnamed(t.nameNotLoaded, code));
}

export function AreaName({ id }: { id: string }) {
  return <>{useNames(id).join(" / ") || "—"}</>;
}

/** The town (街道、园区) an area lies in. */
export function TownName({ of }: { of: string }) {
  return <>{useNames(of)[0] ?? "—"}</>;
}

/** For lists: 花园新村社区 without its organ, and without the town where the reader's own post lies within it. */
export function ShortAreaName({ id }: { id: string }) {
  const t = useMessages(messages);
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  const path = usePath(id);
  const posts = new Set(usePath(account?.grants[0]?.area_id).map((area) => area.id));
  const shown = path.length > 1 && posts.has(path[0]?.id ?? "") ? path.slice(1) : path;
  const names = shown.map(({ name, code }) => (name === null ? unnamed(t.nameNotLoaded, code) : withoutOrgan(name)));
  return <span style={{ whiteSpace: "nowrap" }}>{names.join(" / ") || "—"}</span>;
}
