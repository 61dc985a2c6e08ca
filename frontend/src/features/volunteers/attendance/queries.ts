/** What the screens of attendance ask. */
import { act, answer, volunteers } from "@/api/client";
import type { components, paths } from "@/api/volunteers.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

export type Attendance = components["schemas"]["AttendanceView"];
export type AttendanceQuery = QueryOf<paths, "/attendances">;

export const attendances: ListQuestion<Attendance, AttendanceQuery> = {
  key: ["volunteers", "attendances"],
  page: (query) => answer(volunteers.GET("/attendances", { params: { query } })),
};

export const attendance = (id: string): Question<Attendance> => ({
  queryKey: ["volunteers", "attendances", id],
  queryFn: ({ signal }) => answer(volunteers.GET("/attendances/{id}", { params: { path: { id } }, signal })),
});

export const AT_THE_PLACE = "负责人当天在现场，逐人核对在场";

/** One after the other, each on the version that was seen. */
export async function vouchFor(rows: Attendance[]): Promise<void> {
  for (const { actions, version } of rows) {
    const action = actions.find(({ name }) => name === "vouching");
    if (action) await act(action, version, AT_THE_PLACE);
  }
}

/** A sign-up is attended once. */
export const attendanceOf = (signup_id: string): Question<Attendance | null> => ({
  queryKey: ["volunteers", "attendances", { signup_id }],
  queryFn: async () => (await attendances.page({ signup_id })).items[0] ?? null,
});
