/** The refusals of assessment in English, by problem type. */
import type { components } from "../assessment.gen";
import type { Owed } from "./owed";

export const assessment: Owed<components> = {};
