/** What the screens of projects ask the projects service, and what they send it. */
import { answer, ifMatch, projects } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Project = Schemas["ProjectView"];
export type ProjectQuery = QueryOf<paths, "/projects">;
export type Plan = Schemas["ProjectIn"];
export type Closing = Schemas["ClosingIn"];

const MOST = 200;

export const projectList: ListQuestion<Project, ProjectQuery> = {
  key: ["projects", "projects"],
  page: (query) => answer(projects.GET("/projects", { params: { query } })),
};

export const project = (id: string): Question<Project> => ({
  queryKey: ["projects", "projects", id],
  queryFn: ({ signal }) => answer(projects.GET("/projects/{id}", { params: { path: { id } }, signal })),
});

/** The projects in which activities may be planned now. */
export const running: Question<Page<Project>> = {
  queryKey: ["projects", "projects", "running"],
  queryFn: () => projectList.page({ state: "approved", limit: MOST }),
};

export const projectsGrownFrom = (deliberation_id: string): Question<Project[]> => ({
  queryKey: ["projects", "projects", "of deliberation", deliberation_id],
  queryFn: async () => (await projectList.page({ deliberation_id, limit: MOST })).items,
});

export const propose = (body: Plan) => answer(projects.POST("/projects", { body }));

export const revise = ({ id, version }: Pick<Project, "id" | "version">, body: Plan) =>
  answer(projects.PUT("/projects/{id}/revision", { params: { path: { id } }, headers: ifMatch(version), body }));

export const close = ({ id, version }: Project, body: Closing) =>
  answer(projects.POST("/projects/{id}/closing", { params: { path: { id } }, headers: ifMatch(version), body }));
