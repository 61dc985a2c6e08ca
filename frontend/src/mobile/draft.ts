/** A half-filled form on the phone outlives the page, the app and a dead battery; a visitor's outlives only the page. */
import { useState } from "react";
import { dropKept, keep, ownKey, person, readKept } from "@/api/kept";

const keyOf = (name: string, owner: string | null) => ownKey(`draft:${name}`, owner);
const storageOf = (owner: string | null) => (owner === null ? sessionStorage : localStorage);
const read = <V>(name: string, owner: string | null) => readKept<Partial<V>>(keyOf(name, owner), storageOf(owner));

function drop(name: string, owner: string | null): void {
  dropKept(keyOf(name, owner), storageOf(owner));
  dropKept(keyOf(name, null), sessionStorage);
}

/** `secret` names what stays in the page alone: who somebody is, which a lost or borrowed phone must not give away. */
export function useDraft<V extends object>(name: string, initial: V, secret: (keyof V & string)[] = []) {
  const owner = person();
  // Who signs in half-way takes along what was filled in as a visitor in this window.
  const begin = (): V => ({ ...initial, ...(read<V>(name, owner) ?? read<V>(name, null)) });
  const [held, hold] = useState(() => ({ owner, values: begin() }));
  if (held.owner !== owner) hold({ owner, values: held.owner === null ? held.values : begin() });
  return {
    values: held.values,
    change: (part: Partial<V>) => {
      const values = { ...held.values, ...part };
      const kept = Object.entries(values).filter(([field]) => !secret.some((one) => one === field));
      keep(keyOf(name, owner), Object.fromEntries(kept), storageOf(owner));
      hold({ owner, values });
    },
    drop: () => {
      drop(name, owner);
      hold({ owner, values: initial });
    },
  };
}
