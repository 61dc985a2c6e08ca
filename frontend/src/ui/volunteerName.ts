/** Names of volunteers, masked by their owner for this reader. */
import { answer, volunteers } from "@/api/client";
import type { Question } from "@/api/view";
import { byId } from "./StaffName";
import { together } from "./together";

const volunteerNames = together(async (ids) => byId(await answer(volunteers.POST("/names", { body: { ids } }))));

export const volunteerName = (id: string): Question<string | null> => ({
  queryKey: ["volunteers", "names", id],
  queryFn: () => volunteerNames(id),
});
