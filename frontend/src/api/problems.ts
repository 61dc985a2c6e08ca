/** Every refusal in English, by problem type; the services themselves say it in Chinese. */
import { assessment } from "./problems/assessment";
import { chassis } from "./problems/chassis";
import { gateway } from "./problems/gateway";
import { procedures } from "./problems/procedures";
import { projects } from "./problems/projects";
import { registry } from "./problems/registry";
import { volunteers } from "./problems/volunteers";

export const inEnglish: Record<string, string> = { ...chassis, ...procedures, ...assessment, ...gateway, ...projects, ...registry, ...volunteers };
