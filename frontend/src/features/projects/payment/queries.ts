/** What the screens of payments ask the projects service, and what they send it. */
import { answer, ifMatch, projects } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Payment = Schemas["PaymentView"];
export type PaymentQuery = QueryOf<paths, "/payments">;
export type Sharing = Schemas["ShareIn"];
export type Making = Schemas["MakingIn"];

export const paymentList: ListQuestion<Payment, PaymentQuery> = {
  key: ["projects", "payments"],
  page: (query) => answer(projects.GET("/payments", { params: { query } })),
};

export const payment = (id: string): Question<Payment> => ({
  queryKey: ["projects", "payments", id],
  queryFn: ({ signal }) => answer(projects.GET("/payments/{id}", { params: { path: { id } }, signal })),
});

export const paymentsOf = (contract_id: string): Question<Page<Payment>> => ({
  queryKey: ["projects", "payments", "of", contract_id],
  queryFn: () => paymentList.page({ contract_id }),
});

export const proposeShare = ({ id, version }: Payment, body: Sharing) =>
  answer(projects.POST("/payments/{id}/share", { params: { path: { id } }, headers: ifMatch(version), body }));

export const make = ({ id, version }: Payment, body: Making) =>
  answer(projects.POST("/payments/{id}/making", { params: { path: { id } }, headers: ifMatch(version), body }));
