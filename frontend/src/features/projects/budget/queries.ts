/** What the screens of budgets ask the projects service, and what they send it. */
import { answer, ifMatch, projects } from "@/api/client";
import type { components, paths } from "@/api/projects.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

type View = Schemas["BudgetView"];
/** A budget has no states; its level stands where others show theirs. */
export type Budget = View & { state: View["level"] };
/** What everybody may read of a budget. */
export type OpenBudget = Schemas["OpenBudget"];
export type BudgetQuery = QueryOf<paths, "/budgets">;
export type Granting = Schemas["BudgetIn"];
export type Changing = Schemas["projects__budget__schemas__ChangeIn"];
export type Transfer = Schemas["TransferView"];
export type Account = Schemas["Account"];
export type Line = Schemas["LineView"];
export type LineIn = Schemas["LineIn"];

const MOST = 200;

const shown = (view: View): Budget => ({ ...view, state: view.level });

export const budgetList: ListQuestion<Budget, BudgetQuery> = {
  key: ["projects", "budgets"],
  page: async (query) => {
    const { items, ...page } = await answer(projects.GET("/budgets", { params: { query } }));
    return { ...page, items: items.map(shown) };
  },
};

export const budget = (id: string): Question<Budget> => ({
  queryKey: ["projects", "budgets", id],
  queryFn: async ({ signal }) => shown(await answer(projects.GET("/budgets/{id}", { params: { path: { id } }, signal }))),
});

export const transfersOf = (id: string): Question<Page<Transfer>> => ({
  queryKey: ["projects", "budgets", id, "transfers"],
  queryFn: ({ signal }) => answer(projects.GET("/budgets/{id}/transfers", { params: { path: { id }, query: { limit: MOST } }, signal })),
});

/** The budgets on which a project of an area may draw: its town's and the city's. */
export const budgetsFor = (areaId: string): Question<OpenBudget[]> => ({
  queryKey: ["projects", "published", "budgets", areaId],
  queryFn: async ({ signal }) => (await answer(projects.GET("/published/budgets", { params: { query: { for_area_id: areaId, limit: MOST } }, signal }))).items,
});

export const grant = (body: Granting) => answer(projects.POST("/budgets", { body }));

export const change = ({ id, version }: Budget, body: Changing) =>
  answer(projects.POST("/budgets/{id}/changes", { params: { path: { id } }, headers: ifMatch(version), body }));

export const linesOf = (projectId: string): Question<Line[]> => ({
  queryKey: ["projects", "projects", projectId, "lines"],
  queryFn: async ({ signal }) => (await answer(projects.GET("/projects/{id}/lines", { params: { path: { id: projectId }, query: { limit: MOST } }, signal }))).items,
});

export const writeLines = (projectId: string, version: number, lines: LineIn[]) =>
  answer(projects.PUT("/projects/{id}/lines", { params: { path: { id: projectId } }, headers: ifMatch(version), body: { lines } }));
