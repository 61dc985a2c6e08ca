/** Every refusal in English; the services say it in Chinese. A refusal without a sentence here fails the compiler. */
import type { components as Assessment } from "./assessment.gen";
import type { components as Gateway } from "./gateway.gen";
import { assessment } from "./problems/assessment";
import { chassis } from "./problems/chassis";
import { gateway } from "./problems/gateway";
import { projects } from "./problems/projects";
import { registry } from "./problems/registry";
import { volunteers } from "./problems/volunteers";
import type { components as Projects } from "./projects.gen";
import type { components as Registry } from "./registry.gen";
import type { components as Volunteers } from "./volunteers.gen";

type Declared<C extends { schemas: { Problem: { type: string } } }> = C["schemas"]["Problem"]["type"];

export type ProblemType =
  | keyof typeof chassis
  | Declared<Assessment>
  | Declared<Gateway>
  | Declared<Projects>
  | Declared<Registry>
  | Declared<Volunteers>;

export const inEnglish: Record<ProblemType, string> = {
  ...chassis,
  ...assessment,
  ...gateway,
  ...projects,
  ...registry,
  ...volunteers,
};
