/** The refusals of gateway in English, by problem type. */
import type { components } from "../gateway.gen";
import type { Owed } from "./owed";

export const gateway: Owed<components> = {};
