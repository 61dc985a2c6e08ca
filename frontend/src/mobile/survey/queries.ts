/** The surveys that this person was drawn for, and answering them. */
import { queryOptions } from "@tanstack/react-query";
import { answer, assessment, follow, ifMatch } from "@/api/client";
import type { components } from "@/api/assessment.gen";
import type { Action } from "@/api/view";
import { post, type Sent } from "../outbox";

export type Invitation = components["schemas"]["InvitationView"];
export type Answer = components["schemas"]["AnswerIn"];

export const invitationsKey = ["assessment", "surveys", "mine"] as const;

const LATEST = 100;

export const invitations = (accountId: string, state: "waiting" | "answered") =>
  queryOptions({
    queryKey: [...invitationsKey, accountId, state],
    queryFn: async ({ signal }) => (await answer(assessment.GET("/surveys/mine", { params: { query: { state, limit: LATEST } }, signal }))).items,
  });

/** A first answer waits on the phone where there is no network; a correction is made at once or not at all. */
export async function give(invitation: Invitation, action: Action, body: Answer, label: string): Promise<Sent<Invitation>> {
  if (action.method === "POST") return post<Invitation>({ href: action.href, body, label, page: `/surveys/${invitation.survey_id}` });
  const correction = { method: action.method, headers: ifMatch(invitation.version), body: JSON.stringify(body) };
  return { state: "sent", answer: await follow<Invitation>(action.href, correction) };
}
