/** What a service's map owes: a sentence for every refusal that is neither the chassis's nor the procedures', or the compiler stops. */
import type { chassis } from "./chassis";
import type { procedures } from "./procedures";

export type Owed<C extends { schemas: { Problem: { type: string } } }> = Record<
  Exclude<C["schemas"]["Problem"]["type"], keyof typeof chassis | keyof typeof procedures>,
  string
>;
