/** The refusals of volunteers in English, by problem type. */
import type { components } from "../volunteers.gen";
import type { Owed } from "./owed";

export const volunteers: Owed<components> = {};
