/** What the screens of volunteers ask and send. Full personal data is never kept among the answers. */
import { answer, volunteers } from "@/api/client";
import type { components, paths } from "@/api/volunteers.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Volunteer = Schemas["VolunteerView"];
export type VolunteerQuery = QueryOf<paths, "/volunteers">;
export type Consent = Schemas["ConsentView"];
export type Search = Schemas["SearchIn"];
type Total = Schemas["Total"];

export const volunteerList: ListQuestion<Volunteer, VolunteerQuery> = {
  key: ["volunteers", "volunteers"],
  page: (query) => answer(volunteers.GET("/volunteers", { params: { query } })),
};

export const volunteer = (id: string): Question<Volunteer> => ({
  queryKey: ["volunteers", "volunteers", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/volunteers/{id}", { params: { path: { id } }, signal })),
});

export const consentsOf = (id: string): Question<Schemas["Consents"]> => ({
  queryKey: ["volunteers", "consents", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/volunteers/{id}/consents", { params: { path: { id } }, signal })),
});

export const hoursTotal = (volunteer_id: string): Question<Total> => ({
  queryKey: ["volunteers", "hours", "total", volunteer_id],
  queryFn: ({ signal }) => answer(volunteers.GET("/hours/total", { params: { query: { volunteer_id } }, signal })),
});

/** In a body, so that the number stands in no address and no log. */
export const search = (body: Search) => answer(volunteers.POST("/volunteers/search", { body }));

export const unmask = (id: string, reason: string) =>
  answer(volunteers.POST("/volunteers/{id}/unmasking", { params: { path: { id } }, body: { reason } }));
