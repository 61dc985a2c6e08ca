/** My sign-ups, and signing up. */
import { queryOptions } from "@tanstack/react-query";
import { answer, volunteers } from "@/api/client";
import type { Action } from "@/api/view";
import type { components } from "@/api/volunteers.gen";
import { orKept } from "../keptOwn";
import { post } from "../outbox";

export type Signup = components["schemas"]["SignupView"];
export type Guardian = components["schemas"]["GuardianIn"];

const LATEST = 100;

export const signupsKey = ["volunteers", "signups"] as const;

/** The latest of this person, newest first: all that is to come is among them. */
export const signupsOf = (accountId: string) =>
  queryOptions({
    queryKey: [...signupsKey, accountId],
    queryFn: ({ signal }) =>
      orKept("signups", accountId, async () => (await answer(volunteers.GET("/signups", { params: { query: { limit: LATEST } }, signal }))).items),
  });

/** How many wait before this one; asked again now and then, since people come and go. */
export const lineOf = (id: string) =>
  queryOptions({
    queryKey: [...signupsKey, "line", id],
    queryFn: ({ signal }) => answer(volunteers.GET("/signups/{id}/line", { params: { path: { id } }, signal })),
  });

/** Waits on the phone where there is no network, and is sent once. */
export const signUp = (action: Action, guardian: Guardian | undefined, label: string, page: string) =>
  post<Signup>({ href: action.href, body: guardian ? { guardian } : {}, label, page });
