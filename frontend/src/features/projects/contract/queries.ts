/** What the screens of contracts ask the projects service, and what they send it. */
import { answer, ifMatch, projects } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Contract = Schemas["ContractView"];
export type ContractQuery = QueryOf<paths, "/contracts">;
export type ContractIn = Schemas["ContractIn"];
export type Stage = Schemas["StageView"];
export type StageIn = Schemas["StageIn"];
export type Change = Schemas["ChangeView"];
export type ChangeIn = Schemas["projects__contract__terms__ChangeIn"];
export type Ground = Schemas["Ground"];

const MOST = 200;

export const contractList: ListQuestion<Contract, ContractQuery> = {
  key: ["projects", "contracts"],
  page: (query) => answer(projects.GET("/contracts", { params: { query } })),
};

export const contract = (id: string): Question<Contract> => ({
  queryKey: ["projects", "contracts", id],
  queryFn: ({ signal }) => answer(projects.GET("/contracts/{id}", { params: { path: { id } }, signal })),
});

/** Every change that was proposed, with what became of it. */
export const changesOf = (id: string): Question<Change[]> => ({
  queryKey: ["projects", "contracts", id, "changes"],
  queryFn: async ({ signal }) => (await answer(projects.GET("/contracts/{id}/changes", { params: { path: { id }, query: { limit: MOST } }, signal }))).items,
});

export const grounds: Question<Ground[]> = {
  queryKey: ["projects", "published", "contract-grounds"],
  queryFn: async ({ signal }) => (await answer(projects.GET("/contract-grounds", { signal }))).items,
};

export const draft = (purchaseId: string, body: ContractIn) => answer(projects.POST("/purchases/{id}/contract", { params: { path: { id: purchaseId } }, body }));

export const revise = ({ id, version }: Pick<Contract, "id" | "version">, body: ContractIn) =>
  answer(projects.PUT("/contracts/{id}/revision", { params: { path: { id } }, headers: ifMatch(version), body }));

export const proposeChange = ({ id, version }: Pick<Contract, "id" | "version">, body: ChangeIn) =>
  answer(projects.POST("/contracts/{id}/changes", { params: { path: { id } }, headers: ifMatch(version), body }));
