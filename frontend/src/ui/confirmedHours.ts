/** How many entries of hours of an activity are confirmed; the chains of several services show whether there are any. */
import { answer, volunteers } from "@/api/client";
import type { Question } from "@/api/view";

export const confirmedHours = (activity_id: string): Question<number> => ({
  queryKey: ["volunteers", "hours", "confirmed", activity_id],
  queryFn: async ({ signal }) => {
    const query = { activity_id, state: "confirmed", limit: 1, count: true } as const;
    return (await answer(volunteers.GET("/hours", { params: { query }, signal }))).count ?? 0;
  },
});
