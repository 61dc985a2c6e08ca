/** What a service's map owes: a sentence for every refusal that is not the chassis's, or the compiler stops. */
import type { chassis } from "./chassis";

export type Owed<C extends { schemas: { Problem: { type: string } } }> = Record<
  Exclude<C["schemas"]["Problem"]["type"], keyof typeof chassis>,
  string
>;
