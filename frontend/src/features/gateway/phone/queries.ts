/** What the developer's outbox asks the gateway; it exists in the demo only. */
import { answer, gateway } from "@/api/client";
import type { components } from "@/api/gateway.gen";
import { Problem } from "@/api/problem";
import type { Question } from "@/api/view";

export type PhoneText = components["schemas"]["TextShown"];

/** `null` where there is no demo. */
export const texts: Question<PhoneText[] | null> = {
  queryKey: ["gateway", "outbox", "texts"],
  queryFn: ({ signal }) =>
    answer(gateway.GET("/outbox", { signal })).catch((error: unknown) => {
      if (error instanceof Problem && error.status === 404) return null;
      throw error;
    }),
};
