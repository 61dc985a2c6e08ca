/** Checking in and out. Without a network the code is kept with the instant at which it was read, and sent once. */
import { queryOptions } from "@tanstack/react-query";
import { answer, follow, ifMatch, volunteers } from "@/api/client";
import type { components } from "@/api/volunteers.gen";
import type { Action } from "@/api/view";
import { post } from "../outbox";
import type { Position } from "../position";
import type { Guardian, Signup } from "../signup/queries";

export type Attendance = components["schemas"]["AttendanceView"];

export const checkOf = ({ actions }: Signup): Action | undefined => actions.find(({ name }) => name === "check-in" || name === "check-out");

export const attendancesKey = ["volunteers", "attendances"] as const;

/** The record of who has checked in. */
export const attendanceOf = (signupId: string) =>
  queryOptions({
    queryKey: [...attendancesKey, "of", signupId],
    queryFn: async ({ signal }) => (await answer(volunteers.GET("/attendances", { params: { query: { signup_id: signupId } }, signal }))).items[0] ?? null,
  });

export const sayLeft = ({ id, version }: Attendance, left_at: string, reason: string) =>
  answer(volunteers.POST("/attendances/{id}/departure", { params: { path: { id } }, headers: ifMatch(version), body: { left_at, reason } }));

export const walkIn = (action: Action, code: string, position: Position | null, guardian: Guardian | undefined) =>
  follow<Signup>(action.href, { method: action.method, body: JSON.stringify({ code, ...position, ...(guardian && { guardian }) }) });

export const check = (action: Action, { activity_id, version }: Signup, code: string, position: Position | null, label: string) =>
  post<Attendance>({
    href: action.href,
    version,
    body: { code, read_at: new Date().toISOString(), ...position },
    label,
    page: `/check-in?activity=${activity_id}`,
  });
