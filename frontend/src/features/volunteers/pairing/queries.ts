/** What the screens of pairings ask and send. */
import { answer, ifMatch, volunteers } from "@/api/client";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";
import type { components, paths } from "@/api/volunteers.gen";

type Schemas = components["schemas"];

export type Pairing = Schemas["PairingView"];
export type PairingQuery = QueryOf<paths, "/pairings">;
export type Starting = Schemas["PairingIn"];
export type Handover = Schemas["HandoverIn"];
export type Candidates = Schemas["Candidates"];
export type Candidate = Schemas["CandidateView"];
export type Coverage = Schemas["CoverageView"];
export type JointActivity = Schemas["JointActivityView"];

export const pairings: ListQuestion<Pairing, PairingQuery> = {
  key: ["volunteers", "pairings"],
  page: (query) => answer(volunteers.GET("/pairings", { params: { query } })),
};

export const pairing = (id: string): Question<Pairing> => ({
  queryKey: ["volunteers", "pairings", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/pairings/{id}", { params: { path: { id } }, signal })),
});

export const pairingsOf = (team_id: string): Question<Page<Pairing>> => ({
  queryKey: ["volunteers", "pairings", "of", team_id],
  queryFn: () => pairings.page({ team_id }),
});

/** The one by which a social worker stands beside a team now, or has just left it; none when there is nobody. */
export const openPairingOf = (team_id: string): Question<Pairing | null> => ({
  queryKey: ["volunteers", "pairings", "open", team_id],
  queryFn: async () => (await pairings.page({ team_id, limit: 1 })).items.find(({ state }) => state === "running" || state === "handover_due") ?? null,
});

export const candidates = (team_id: string): Question<Candidates> => ({
  queryKey: ["volunteers", "pairings", "candidates", team_id],
  queryFn: ({ signal }) => answer(volunteers.GET("/pairing-candidates", { params: { query: { team_id } }, signal })),
});

export const coverage = (area_id: string): Question<Coverage> => ({
  queryKey: ["volunteers", "pairings", "coverage", area_id],
  queryFn: ({ signal }) => answer(volunteers.GET("/pairing-coverage", { params: { query: { area_id } }, signal })),
});

export const jointActivities = (id: string): Question<Page<JointActivity>> => ({
  queryKey: ["volunteers", "pairings", id, "joint"],
  queryFn: ({ signal }) => answer(volunteers.GET("/pairings/{id}/joint-activities", { params: { path: { id } }, signal })),
});

export const start = (body: Starting) => answer(volunteers.POST("/pairings", { body }));

export const handOver = ({ id, version }: Pairing, body: Handover) =>
  answer(volunteers.POST("/pairings/{id}/handover", { params: { path: { id } }, headers: ifMatch(version), body }));
