/** The refusals of projects in English, by problem type. */
import type { components } from "../projects.gen";
import type { Owed } from "./owed";

export const projects: Owed<components> = {};
