/** Notices and the objections to them, as every service that decides after one gives them. */
import { follow, ifMatch } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Notice = Schemas["NoticeView"];
export type NoticeQuery = QueryOf<paths, "/notices">;
export type Objection = Schemas["ObjectionView"];
export type Answering = Schemas["AnswerIn"];

const MOST = 200;
const post = (body: object) => ({ method: "POST", body: JSON.stringify(body) });

const given = (query: object) => new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, String(value)]])));

/** What is asked of one service's notices, and sent to them. */
export function noticeDesk(service: "projects" | "volunteers") {
  const here = `/api/${service}`;
  const key = [service, "published", "notices"];
  const notice = (id: string): Question<Notice> => ({ queryKey: [...key, id], queryFn: ({ signal }) => follow<Notice>(`${here}/notices/${id}`, { signal }) });
  const notices: ListQuestion<Notice, NoticeQuery> = { key, page: (query) => follow<Page<Notice>>(`${here}/notices?${given(query ?? {}).toString()}`) };
  return {
    service,
    notices,
    notice,
    /** On a record's page: what is done with a notice is done to the record it is about. */
    shownNotice: (id: string): Question<Notice & Pick<Objection, "actions">> => ({
      queryKey: [...key, id, "shown"],
      queryFn: async (context) => ({ ...(await notice(id).queryFn(context)), actions: [] }),
    }),
    /** One's own; for officers, all that lie in their area. */
    objectionsTo: (id: string): Question<Objection[]> => ({
      queryKey: [service, "notices", id, "objections"],
      queryFn: async ({ signal }) => (await follow<Page<Objection>>(`${here}/notices/${id}/objections?limit=${MOST}`, { signal })).items,
    }),
    object: (id: string, text: string) => follow<Objection>(`${here}/notices/${id}/objections`, post({ text })),
    respond: ({ id, version }: Objection, body: Answering) => follow<Objection>(`${here}/objections/${id}/answer`, { ...post(body), headers: ifMatch(version) }),
  };
}

export type NoticeDesk = ReturnType<typeof noticeDesk>;
