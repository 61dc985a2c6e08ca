/** What the screens of notices ask the projects service, and what they send it. */
import { answer, ifMatch, projects } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Notice = Schemas["NoticeView"];
export type NoticeQuery = QueryOf<paths, "/notices">;
export type Objection = Schemas["ObjectionView"];
export type Answering = Schemas["AnswerIn"];

const MOST = 200;

export const notices: ListQuestion<Notice, NoticeQuery> = {
  key: ["projects", "published", "notices"],
  page: (query) => answer(projects.GET("/notices", { params: { query } })),
};

export const notice = (id: string): Question<Notice> => ({
  queryKey: ["projects", "published", "notices", id],
  queryFn: ({ signal }) => answer(projects.GET("/notices/{id}", { params: { path: { id } }, signal })),
});

/** On a record's page: what is done with a notice is done to the record it is about. */
export const shownNotice = (id: string): Question<Notice & Pick<Objection, "actions">> => ({
  queryKey: ["projects", "published", "notices", id, "shown"],
  queryFn: async (context) => ({ ...(await notice(id).queryFn(context)), actions: [] }),
});

/** One's own; for officers, all that lie in their area. */
export const objectionsTo = (id: string): Question<Objection[]> => ({
  queryKey: ["projects", "notices", id, "objections"],
  queryFn: async ({ signal }) => (await answer(projects.GET("/notices/{id}/objections", { params: { path: { id }, query: { limit: MOST } }, signal }))).items,
});

export const object = (id: string, text: string) => answer(projects.POST("/notices/{id}/objections", { params: { path: { id } }, body: { text } }));

export const respond = ({ id, version }: Objection, body: Answering) =>
  answer(projects.POST("/objections/{id}/answer", { params: { path: { id } }, headers: ifMatch(version), body }));
