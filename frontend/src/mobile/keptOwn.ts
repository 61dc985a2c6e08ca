/** What the phone was told of its holder last: read where there is no network, and gone with who signs out. */
import { keep, ownKey, readKept } from "@/api/kept";
import { asProblem } from "@/api/problem";

/** Asks; without any answer, what was kept under the account. What the server refuses is not answered from memory. */
export async function orKept<V>(name: string, account: string | null, ask: () => Promise<V>): Promise<V> {
  const stored = ownKey(`seen:${name}`, account);
  try {
    const told = await ask();
    keep(stored, told);
    return told;
  } catch (error) {
    const known = asProblem(error).unanswered ? readKept<V>(stored) : null;
    if (known === null) throw error;
    return known;
  }
}
