/** What everybody may read of deliberations: what is coming, what came of it, what was done. */
import { queryOptions } from "@tanstack/react-query";
import { answer, projects } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { QueryOf } from "@/api/view";

export type Deliberation = components["schemas"]["OpenDeliberation"];

export const deliberations = {
  key: ["projects", "published", "deliberations"] as const,
  page: (query: QueryOf<paths, "/published/deliberations">) => answer(projects.GET("/published/deliberations", { params: { query } })),
};

export const deliberation = (id: string) =>
  queryOptions({
    queryKey: [...deliberations.key, id],
    queryFn: ({ signal }) => answer(projects.GET("/published/deliberations/{id}", { params: { path: { id } }, signal })),
  });
