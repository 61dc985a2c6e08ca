/** Taking a volunteer in on the lead's word. */
import { answer, volunteers } from "@/api/client";
import type { components } from "@/api/volunteers.gen";

export type AdmissionIn = components["schemas"]["AdmissionIn"];

export const admit = (opportunityId: string, body: AdmissionIn) =>
  answer(volunteers.POST("/opportunities/{id}/admissions", { params: { path: { id: opportunityId } }, body }));
