/** Renews the session when the access token has run out: once, however many requests noticed it. */
import { once } from "./once";
import { problemOf, unreachable } from "./problem";

/** Other requests and other windows wait for this one. */
const PATIENCE = 15_000;

let generation = 0;

/** Without a body: the gateway then takes the browser's cookie. */
const ask = () =>
  fetch("/api/gateway/session/renewal", { method: "POST", headers: { "X-Sanshe": "1" }, signal: AbortSignal.timeout(PATIENCE) });

async function renew(): Promise<void> {
  // Tabs share the session cookie, and a renewal may change it: they take turns.
  const asking = "locks" in navigator ? navigator.locks.request("sanshe-renewal", ask) : ask();
  const response = await asking.catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw await problemOf(response);
  generation += 1;
}

/** Which token a request is about to be sent with. */
export const tokenInUse = () => generation;

/** Returns once there is a fresher token than the one a request was sent with; throws where there can be none. */
export const renewed = (sentWith: number): Promise<void> => (generation === sentWith ? once("renewal", renew) : Promise.resolve());
