/** What the screens of participation ask projects, and of volunteers the code that its own check-in takes. */
import { answer, projects, volunteers } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Register = Schemas["Register"];
export type Participation = Schemas["ParticipationView"];
export type Recorded = Schemas["Recorded"];
type Query = QueryOf<paths, "/participations">;

/** A code as the screen shows it, whichever service changes it. */
export interface ShownCode {
  code: string;
  endsAt: string;
  /** An SVG that opens the phone app with the code filled in. */
  qr?: string;
}

export const register = (activityId: string): Question<Register> => ({
  queryKey: ["projects", "activities", activityId, "participation"],
  queryFn: ({ signal }) => answer(projects.GET("/activities/{id}/participation", { params: { path: { id: activityId } }, signal })),
});

export const participations = (activityId: string): ListQuestion<Participation, Query> => ({
  key: ["projects", "activities", activityId, "participations"],
  page: (query) => answer(projects.GET("/activities/{id}/participations", { params: { path: { id: activityId }, query } })),
});

export const record = (activityId: string, phones: string[]) =>
  answer(projects.POST("/activities/{id}/participations", { params: { path: { id: activityId } }, body: { phones } }));

export const participationCode = (activityId: string): Question<ShownCode> => ({
  queryKey: ["projects", "activities", activityId, "participation-code"],
  queryFn: async ({ signal }) => {
    const { code, changes_at } = await answer(projects.GET("/activities/{id}/participation-code", { params: { path: { id: activityId } }, signal }));
    return { code, endsAt: changes_at };
  },
});

export const attendanceCode = (activityId: string): Question<ShownCode> => ({
  queryKey: ["volunteers", "activities", activityId, "attendance-code"],
  queryFn: async ({ signal }) => {
    const { code, valid_until, qr } = await answer(volunteers.GET("/activities/{activity_id}/attendance-code", { params: { path: { activity_id: activityId } }, signal }));
    return { code, endsAt: valid_until, qr };
  },
});
