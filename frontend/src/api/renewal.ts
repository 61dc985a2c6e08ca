/** Renews the session when the access token has run out: once, however many requests noticed it. */

let current: Promise<boolean> | null = null;
let signedOut = false;

async function renew(): Promise<boolean> {
  const ask = () =>
    fetch("/api/gateway/session/renewal", { method: "POST", headers: { "X-Sanshe": "1", "Content-Type": "application/json" }, body: "{}" });
  // Tabs share the session cookie, and a renewal may change it: they take turns.
  const response = await ("locks" in navigator ? navigator.locks.request("sanshe-renewal", ask) : ask()).catch(() => null);
  signedOut = response?.status === 401;
  return response?.ok ?? false;
}

/** True when a fresh token is there and the request is worth repeating. */
export function renewed(): Promise<boolean> {
  if (signedOut) return Promise.resolve(false);
  current ??= renew().finally(() => {
    current = null;
  });
  return current;
}

/** After a sign-in there is a session again. */
export function sessionBegan(): void {
  signedOut = false;
}
