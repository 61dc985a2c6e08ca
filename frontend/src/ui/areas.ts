/** The areas of the city as the registry publishes them: one tree, loaded once and kept. */
import { useQuery } from "@tanstack/react-query";
import { answer, registry } from "@/api/client";
import type { Question } from "@/api/view";

export interface Area {
  id: string;
  code: string;
  name: string | null;
  parent_id: string | null;
}

export interface AreaNode {
  value: string;
  label: string;
  code: string;
  children?: AreaNode[];
}

export const areas: Question<Area[]> = {
  queryKey: ["registry", "areas"],
  queryFn: async ({ signal }) => (await answer(registry.GET("/areas", { signal }))).items,
};

const LAST_DIGITS = 3;

/** `名称待导入 003`: a missing name is said everywhere alike, never invented; its town stands above it. */
export const unnamed = (nameNotLoaded: string, code: string) => `${nameNotLoaded} ${code.slice(-LAST_DIGITS)}`;

/** The tree below the areas whose parent is not among them; a missing name is said, never invented. */
export function treeOf(list: Area[], nameNotLoaded: string): AreaNode[] {
  const nodes = new Map<string, AreaNode>(list.map(({ id, code, name }) => [id, { value: id, code, label: name || unnamed(nameNotLoaded, code) } ]));
  const roots: AreaNode[] = [];
  for (const area of [...list].sort((one, other) => one.code.localeCompare(other.code))) {
    const node = nodes.get(area.id) as AreaNode;
    const parent = area.parent_id ? nodes.get(area.parent_id) : undefined;
    if (parent) (parent.children ??= []).push(node);
    else roots.push(node);
  }
  return roots;
}

/** 岗贝社区居民委员会 → 岗贝社区, 林村村民委员会 → 林村: the place without the organ that governs it. */
export const withoutOrgan = (name: string) =>
  name.replace(/(?<=社区)居民委员会$/, "").replace(/居民委员会$/, "社区").replace(/(?<=村)村民委员会$/, "").replace(/村民委员会$/, "村");

/** The way from a root down to an area, for showing a chosen one. */
export function pathTo(list: Area[], id: string | undefined): string[] {
  const parents = new Map(list.map((area) => [area.id, area.parent_id]));
  const path: string[] = [];
  for (let at = id; at && parents.has(at); at = parents.get(at) ?? undefined) path.unshift(at);
  return path;
}

export const useAreas = () => useQuery({ ...areas, staleTime: Infinity, gcTime: Infinity });
