/** Checking in and out. The code lives for half a minute, so nothing is kept for later. */
import { queryOptions } from "@tanstack/react-query";
import { answer, follow, ifMatch, volunteers } from "@/api/client";
import type { components } from "@/api/volunteers.gen";
import type { Action } from "@/api/view";
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

export const check = (action: Action, version: number, code: string, position: Position | null) =>
  follow<Attendance>(action.href, { method: action.method, headers: ifMatch(version), body: JSON.stringify({ code, ...position }) });
