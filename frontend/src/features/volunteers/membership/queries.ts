/** What the screens ask of who is, was or would be in teams. */
import { answer, volunteers } from "@/api/client";
import type { Page, Question, QueryOf } from "@/api/view";
import type { components, paths } from "@/api/volunteers.gen";

export type Membership = components["schemas"]["MembershipView"];
type MembershipQuery = QueryOf<paths, "/memberships">;

const LATEST = 200;

const asked = (query: MembershipQuery): Question<Page<Membership>> => ({
  queryKey: ["volunteers", "memberships", query],
  queryFn: ({ signal }) => answer(volunteers.GET("/memberships", { params: { query: { limit: LATEST, ...query } }, signal })),
});

export const membersOf = (team_id: string) => asked({ team_id });

export const teamsOf = (volunteer_id: string) => asked({ volunteer_id });
