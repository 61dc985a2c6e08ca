/** What a social worker is called, masked: nothing for whoever may not know, asked so that nothing is refused. */
import { answer, registry } from "./client";
import type { Question } from "./view";

interface Called {
  id: string;
  name: string;
}

const KEPT = 5 * 60_000;

export const workerName = (id: string): Question<Called | null> & { staleTime: number } => ({
  queryKey: ["registry", "social-workers", "names", id],
  queryFn: async ({ signal }) => (await answer(registry.GET("/social-workers/names", { params: { query: { id: [id] } }, signal })))[0] ?? null,
  staleTime: KEPT,
});
