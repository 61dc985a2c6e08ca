/** Names of volunteers, masked by their owner for this reader, with the end of the number: many are masked alike. */
import { answer, volunteers } from "@/api/client";
import type { Question } from "@/api/view";
import { together } from "./together";

const volunteerNames = together(async (ids) => {
  const { items } = await answer(volunteers.POST("/names", { body: { ids } }));
  return new Map(items.map(({ id, name, tail }) => [id, `${name} ${tail}`]));
});

export const volunteerName = (id: string): Question<string | null> => ({
  queryKey: ["volunteers", "names", id],
  queryFn: () => volunteerNames(id),
});
