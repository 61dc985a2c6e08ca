/** What the screens of acceptances ask the projects service, and what they send it. */
import { answer, ifMatch, projects } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";
import type { Contract } from "../contract/queries";

type Schemas = components["schemas"];

export type Acceptance = Schemas["AcceptanceView"];
export type AcceptanceQuery = QueryOf<paths, "/acceptances">;
export type Evidence = Schemas["Evidence"];
export type Finding = Schemas["FindingView"];
export type Requesting = Schemas["RequestIn"];
export type Correcting = Schemas["CorrectionIn"];
export type Resubmitting = Schemas["ResubmissionIn"];
export type Passing = Schemas["PassingIn"];

export const acceptanceList: ListQuestion<Acceptance, AcceptanceQuery> = {
  key: ["projects", "acceptances"],
  page: (query) => answer(projects.GET("/acceptances", { params: { query } })),
};

export const acceptance = (id: string): Question<Acceptance> => ({
  queryKey: ["projects", "acceptances", id],
  queryFn: ({ signal }) => answer(projects.GET("/acceptances/{id}", { params: { path: { id } }, signal })),
});

export const acceptancesOf = (contract_id: string): Question<Page<Acceptance>> => ({
  queryKey: ["projects", "acceptances", "of", contract_id],
  queryFn: () => acceptanceList.page({ contract_id }),
});

export const request = ({ id, version }: Pick<Contract, "id" | "version">, body: Requesting) =>
  answer(projects.POST("/contracts/{id}/acceptances", { params: { path: { id } }, headers: ifMatch(version), body }));

export const correct = ({ id, version }: Acceptance, body: Correcting) =>
  answer(projects.POST("/acceptances/{id}/correction", { params: { path: { id } }, headers: ifMatch(version), body }));

export const resubmit = ({ id, version }: Pick<Acceptance, "id" | "version">, body: Resubmitting) =>
  answer(projects.POST("/acceptances/{id}/resubmission", { params: { path: { id } }, headers: ifMatch(version), body }));

export const pass = ({ id, version }: Acceptance, body: Passing) =>
  answer(projects.POST("/acceptances/{id}/passing", { params: { path: { id } }, headers: ifMatch(version), body }));
