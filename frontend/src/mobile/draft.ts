/** A half-filled form on the phone outlives the page, the app and a dead battery. */
import { useState } from "react";

const stored = (name: string) => `draft:${name}`;

export function useDraft<V extends object>(name: string, initial: V) {
  const [values, setValues] = useState<V>(() => {
    const kept = localStorage.getItem(stored(name));
    return kept ? { ...initial, ...(JSON.parse(kept) as Partial<V>) } : initial;
  });
  return {
    values,
    change(part: Partial<V>) {
      const now = { ...values, ...part };
      localStorage.setItem(stored(name), JSON.stringify(now));
      setValues(now);
    },
    drop() {
      localStorage.removeItem(stored(name));
      setValues(initial);
    },
  };
}
