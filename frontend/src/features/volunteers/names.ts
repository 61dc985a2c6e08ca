/** Names of volunteers and of staff, masked by their owners for this reader. */
import { answer, gateway, volunteers } from "@/api/client";
import type { Question } from "@/api/view";
import { together } from "./together";

interface Named {
  id: string;
  name: string;
}

const byId = ({ items }: { items: Named[] }) => new Map(items.map(({ id, name }) => [id, name]));

const volunteerNames = together(async (ids) => byId(await answer(volunteers.POST("/names", { body: { ids } }))));

const staffNames = together(async (ids) => byId(await answer(gateway.POST("/names", { body: { ids } }))));

export const volunteerName = (id: string): Question<string | null> => ({
  queryKey: ["volunteers", "names", id],
  queryFn: () => volunteerNames(id),
});

export const staffName = (id: string): Question<string | null> => ({
  queryKey: ["gateway", "names", id],
  queryFn: () => staffNames(id),
});
