/** My trainings, and the courses on offer. */
import { queryOptions } from "@tanstack/react-query";
import { answer, volunteers } from "@/api/client";
import type { components } from "@/api/volunteers.gen";

type Schemas = components["schemas"];

export type Training = Schemas["TrainingView"];
export type Course = Schemas["CourseView"];

const LATEST = 100;

export const trainingsOf = (volunteerId: string) =>
  queryOptions({
    queryKey: ["volunteers", "trainings", volunteerId],
    queryFn: async ({ signal }) => (await answer(volunteers.GET("/trainings", { params: { query: { volunteer_id: volunteerId, limit: LATEST } }, signal }))).items,
  });

export const coursesOffered = queryOptions({
  queryKey: ["volunteers", "courses", "offered"],
  queryFn: async ({ signal }) => (await answer(volunteers.GET("/courses", { params: { query: { state: "offered", limit: LATEST } }, signal }))).items,
});
