/** What the screens of social workers ask the registry, and what they send it. */
import { answer, ifMatch, registry } from "@/api/client";
import type { components, paths } from "@/api/registry.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";
import type { SocialWorker } from "@/ui/workers";

type Schemas = components["schemas"];

export type SocialWorkerQuery = QueryOf<paths, "/social-workers">;
export type Registration = Schemas["SocialWorkerIn"];

export const socialWorkers: ListQuestion<SocialWorker, SocialWorkerQuery> = {
  key: ["registry", "social-workers"],
  page: (query) => answer(registry.GET("/social-workers", { params: { query } })),
};

export const socialWorker = (id: string): Question<SocialWorker> => ({
  queryKey: ["registry", "social-workers", id],
  queryFn: ({ signal }) => answer(registry.GET("/social-workers/{id}", { params: { path: { id } }, signal })),
});

export const register = (body: Registration) => answer(registry.POST("/social-workers", { body }));

export const renew = ({ id, version }: SocialWorker, body: Schemas["RenewalIn"]) =>
  answer(registry.POST("/social-workers/{id}/renewal", { params: { path: { id } }, headers: ifMatch(version), body }));
