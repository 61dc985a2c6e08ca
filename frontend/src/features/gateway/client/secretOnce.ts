/** The secret that was just made, held in memory until its page is left: it can be read once and is never asked for again. */
import { useEffect, useSyncExternalStore } from "react";

interface Held {
  id: string;
  secret: string;
}

let held: Held | null = null;
const listeners = new Set<() => void>();

export function hold(made: Held | null) {
  held = made;
  listeners.forEach((tell) => tell());
}

const listen = (tell: () => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};

export function useSecretOnce(id: string): string | null {
  const now = useSyncExternalStore(listen, () => held);
  useEffect(() => () => hold(null), [id]);
  return now?.id === id ? now.secret : null;
}
