/** What the screens of sign-ups ask. */
import { answer, volunteers } from "@/api/client";
import { everyItem } from "@/api/pages";
import type { components, paths } from "@/api/volunteers.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";

export type Signup = components["schemas"]["SignupView"];
export type SignupQuery = QueryOf<paths, "/signups">;

export const signups: ListQuestion<Signup, SignupQuery> = {
  key: ["volunteers", "signups"],
  page: (query) => answer(volunteers.GET("/signups", { params: { query } })),
};

export const signup = (id: string): Question<Signup> => ({
  queryKey: ["volunteers", "signups", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/signups/{id}", { params: { path: { id } }, signal })),
});

/** Every sign-up of one opportunity; places are few hundreds at most. */
export const signupsOfOpportunity = (opportunity_id: string): Question<Signup[]> => ({
  queryKey: ["volunteers", "signups", { opportunity_id }],
  queryFn: () => everyItem((asked) => signups.page({ opportunity_id, ...asked })),
});

/** The latest sign-ups of a volunteer or an activity. */
export const latestSignups = (query: SignupQuery): Question<Page<Signup>> => ({
  queryKey: ["volunteers", "signups", "latest", query],
  queryFn: () => signups.page(query),
});
