/** What the screens of activities ask projects, and what they read of volunteers and surveys. */
import { answer, follow, ifMatch, projects, volunteers } from "@/api/client";
import { everyItem } from "@/api/pages";
import type { components as Assessment } from "@/api/assessment.gen";
import type { components, paths } from "@/api/projects.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";
import type { components as Volunteers } from "@/api/volunteers.gen";

type Schemas = components["schemas"];

export type Activity = Schemas["ActivityView"];
export type ActivityQuery = QueryOf<paths, "/activities">;
export type Plan = Schemas["ActivityIn"];
export type Change = Schemas["ActivityChange"];
export type Wanted = Schemas["WantedIn"];
export type Opportunity = Volunteers["schemas"]["OpportunityView"];
export type Course = Volunteers["schemas"]["CourseView"];
export type Survey = Assessment["schemas"]["SurveyView"];

const MOST = 200;

export const activities: ListQuestion<Activity, ActivityQuery> = {
  key: ["projects", "activities"],
  page: (query) => answer(projects.GET("/activities", { params: { query } })),
};

export const activity = (id: string): Question<Activity> => ({
  queryKey: ["projects", "activities", id],
  queryFn: ({ signal }) => answer(projects.GET("/activities/{id}", { params: { path: { id } }, signal })),
});

export const activitiesOfProject = (project_id: string): Question<Activity[]> => ({
  queryKey: ["projects", "activities", { project_id }],
  queryFn: async () => (await activities.page({ project_id, limit: MOST })).items,
});

/** The list runs from the latest start backwards, so a month is read until a page ends before it. */
export const activitiesSince = (instant: string, area_id: string | undefined): Question<Activity[]> => ({
  queryKey: ["projects", "activities", "since", instant, area_id],
  queryFn: async () => {
    const isBefore = ({ starts_at }: Activity) => new Date(starts_at) < new Date(instant);
    const found = await everyItem((asked) => activities.page({ ...asked, ...(area_id && { area_id }) }), isBefore);
    return found.filter((each) => !isBefore(each));
  },
});

export const opportunitiesOf = ({ id }: Activity): Question<Opportunity[]> => ({
  queryKey: ["volunteers", "opportunities", { activity_id: id }],
  queryFn: async ({ signal }) => (await answer(volunteers.GET("/opportunities", { params: { query: { activity_id: id, limit: MOST } }, signal }))).items,
});

/** Every course that was ever offered: what was asked for stays readable. */
export const courses: Question<Course[]> = {
  queryKey: ["volunteers", "courses"],
  queryFn: async ({ signal }) => (await answer(volunteers.GET("/courses", { params: { query: { limit: MOST } }, signal }))).items,
};

/** The one survey drawn from the people of an activity, at the address the activity links to. */
export const surveyOf = (id: string): Question<Survey | null> => ({
  queryKey: ["assessment", "surveys", { activity_id: id }],
  queryFn: async ({ signal }) => {
    const { items } = await follow<Page<Survey>>(`/api/assessment/surveys?activity_id=${id}`, { signal });
    return items.find(({ activity_id }) => activity_id === id) ?? null;
  },
});

export const plan = (projectId: string, body: Plan) => answer(projects.POST("/projects/{id}/activities", { params: { path: { id: projectId } }, body }));

export const revise = ({ id, version }: Pick<Activity, "id" | "version">, body: Change) =>
  answer(projects.PATCH("/activities/{id}", { params: { path: { id } }, headers: ifMatch(version), body }));
