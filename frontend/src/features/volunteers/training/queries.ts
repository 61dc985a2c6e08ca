/** What the screens of trainings ask and send. */
import { answer, volunteers } from "@/api/client";
import type { components, paths } from "@/api/volunteers.gen";
import type { ListQuestion, Page, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type Course = Schemas["CourseView"];
export type CourseQuery = QueryOf<paths, "/courses">;
export type CourseIn = Schemas["CourseIn"];
export type Training = Schemas["TrainingView"];
export type TrainingQuery = QueryOf<paths, "/trainings">;
export type Line = Schemas["Line"];

export const courses: ListQuestion<Course, CourseQuery> = {
  key: ["volunteers", "courses"],
  page: (query) => answer(volunteers.GET("/courses", { params: { query } })),
};

export const course = (id: string): Question<Course> => ({
  queryKey: ["volunteers", "courses", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/courses/{id}", { params: { path: { id } }, signal })),
});

export const trainings: ListQuestion<Training, TrainingQuery> = {
  key: ["volunteers", "trainings"],
  page: (query) => answer(volunteers.GET("/trainings", { params: { query } })),
};

export const training = (id: string): Question<Training> => ({
  queryKey: ["volunteers", "trainings", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/trainings/{id}", { params: { path: { id } }, signal })),
});

/** The latest records of a course or a volunteer. */
export const latestTrainings = (query: TrainingQuery): Question<Page<Training>> => ({
  queryKey: ["volunteers", "trainings", "latest", query],
  queryFn: () => trainings.page(query),
});

export const offer = (body: CourseIn) => answer(volunteers.POST("/courses", { body }));

export const record = async (id: string, completed_on: string, numbers: string[]): Promise<Line[]> =>
  (await answer(volunteers.POST("/courses/{id}/trainings", { params: { path: { id } }, body: { completed_on, numbers } }))).items;
