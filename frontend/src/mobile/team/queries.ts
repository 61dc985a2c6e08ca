/** Teams that stand, my comings and goings in them, and who is in the one that I lead. */
import { queryOptions } from "@tanstack/react-query";
import { answer, follow, volunteers } from "@/api/client";
import type { Action, ListQuestion, QueryOf } from "@/api/view";
import type { components, paths } from "@/api/volunteers.gen";
import { namesById, together } from "@/ui/together";
import type { Guardian } from "../signup/queries";

type Schemas = components["schemas"];

export type OpenTeam = Schemas["OpenTeamView"];
export type Membership = Schemas["MembershipView"];
export type TeamQuery = QueryOf<paths, "/open-teams">;

const LATEST = 100;
const MOST = 200;

export const teamsKey = ["volunteers", "teams"] as const;

export const openTeams: ListQuestion<OpenTeam, TeamQuery> = {
  key: [...teamsKey, "open"],
  page: (query) => answer(volunteers.GET("/open-teams", { params: { query } })),
};

export const openTeam = (id: string) =>
  queryOptions({
    queryKey: [...teamsKey, "open", id],
    queryFn: ({ signal }) => answer(volunteers.GET("/open-teams/{id}", { params: { path: { id } }, signal })),
  });

/** Of the teams that I lead those of others come along: mine are told apart by the volunteer. */
export const mineIn = (volunteerId: string) =>
  queryOptions({
    queryKey: [...teamsKey, "mine", volunteerId],
    queryFn: async ({ signal }) => (await answer(volunteers.GET("/memberships", { params: { query: { volunteer_id: volunteerId, limit: LATEST } }, signal }))).items,
  });

export const membersOf = (teamId: string) =>
  queryOptions({
    queryKey: [...teamsKey, "members", teamId],
    queryFn: async ({ signal }) => (await answer(volunteers.GET("/memberships", { params: { query: { team_id: teamId, limit: MOST } }, signal }))).items,
  });

const names = together(async (ids) => namesById(await answer(volunteers.POST("/names", { body: { ids } }))));

export const nameOf = (id: string) => queryOptions({ queryKey: ["volunteers", "names", id], queryFn: () => names(id) });

/** Asks to be let in, or takes an invitation; with a guardian's consent where the age asks for it. */
export const join = (action: Action, version: number | null, guardian: Guardian | undefined) =>
  follow<Membership>(action.href, {
    method: action.method,
    body: JSON.stringify(guardian ? { guardian } : {}),
    ...(version !== null && { headers: { "If-Match": `"${version}"` } }),
  });
