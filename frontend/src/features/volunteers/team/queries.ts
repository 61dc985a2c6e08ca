/** What the screens of teams ask and send. */
import { answer, ifMatch, volunteers } from "@/api/client";
import type { ListQuestion, Question, QueryOf } from "@/api/view";
import type { components, paths } from "@/api/volunteers.gen";

type Schemas = components["schemas"];

export type Team = Schemas["TeamView"];
export type TeamQuery = QueryOf<paths, "/teams">;
export type Forming = Schemas["TeamIn"];
export type Revision = Schemas["RevisionIn"];

export const teams: ListQuestion<Team, TeamQuery> = {
  key: ["volunteers", "teams"],
  page: (query) => answer(volunteers.GET("/teams", { params: { query } })),
};

export const team = (id: string): Question<Team> => ({
  queryKey: ["volunteers", "teams", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/teams/{id}", { params: { path: { id } }, signal })),
});

export const form = (body: Forming) => answer(volunteers.POST("/teams", { body }));

const at = ({ id, version }: Team) => ({ params: { path: { id } }, headers: ifMatch(version) });

export const revise = (id: string, version: number, body: Revision) =>
  answer(volunteers.PUT("/teams/{id}/revision", { params: { path: { id } }, headers: ifMatch(version), body }));

export const appoint = (of: Team, volunteer_id: string) => answer(volunteers.POST("/teams/{id}/leader", { ...at(of), body: { volunteer_id } }));

export const invite = (of: Team, volunteer_number: string) => answer(volunteers.POST("/teams/{id}/invitations", { ...at(of), body: { volunteer_number } }));
