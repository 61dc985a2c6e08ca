/** What the screens of opportunities ask. */
import { answer, volunteers } from "@/api/client";
import type { components, paths } from "@/api/volunteers.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";
import { instantOf } from "@/ui/times";

export type Opportunity = components["schemas"]["OpportunityView"];
export type OpportunityQuery = QueryOf<paths, "/opportunities">;

/** People choose a day, the service asks for the instant at which it begins. */
const sent = ({ from, ...query }: OpportunityQuery): OpportunityQuery => ({ ...query, ...(from && { from: instantOf(`${from} 00:00`) }) });

export const opportunities: ListQuestion<Opportunity, OpportunityQuery> = {
  key: ["volunteers", "opportunities"],
  page: (query) => answer(volunteers.GET("/opportunities", { params: { query: sent(query) } })),
};

export const opportunity = (id: string): Question<Opportunity> => ({
  queryKey: ["volunteers", "opportunities", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/opportunities/{id}", { params: { path: { id } }, signal })),
});
