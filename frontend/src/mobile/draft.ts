/** A half-filled form on the phone outlives the page, the app and a dead battery. */
import { useState } from "react";

const stored = (name: string) => `draft:${name}`;

/** `secret` names what stays in the page alone: numbers that a lost phone must not give away. */
export function useDraft<V extends object>(name: string, initial: V, secret: (keyof V & string)[] = []) {
  const [values, setValues] = useState<V>(() => {
    const kept = localStorage.getItem(stored(name));
    return kept ? { ...initial, ...(JSON.parse(kept) as Partial<V>) } : initial;
  });
  return {
    values,
    change: (part: Partial<V>) => {
      const now = { ...values, ...part };
      localStorage.setItem(stored(name), JSON.stringify(now, (field, value: unknown) => (secret.some((one) => one === field) ? undefined : value)));
      setValues(now);
    },
    drop: () => {
      localStorage.removeItem(stored(name));
      setValues(initial);
    },
  };
}
