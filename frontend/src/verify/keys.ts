/** The public keys that the reader trusts: those inside a saved page, those of the service when it answers, those pasted. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesOf, hex } from "./encoding";
import type { PublicKey } from "./signed";

const SIZE = 32;
const ADDRESS = "/api/volunteers/published/keys";

/** In groups of four, to be compared by eye. */
export const fingerprint = ({ x }: PublicKey) => hex(sha256(bytesOf(x))).slice(0, SIZE).toUpperCase().replace(/(.{4})(?=.)/g, "$1 ");

export function keysIn(text: string): PublicKey[] {
  try {
    const found = JSON.parse(text) as PublicKey | PublicKey[] | { items?: PublicKey[]; keys?: PublicKey[] };
    const all = Array.isArray(found) ? found : "x" in found ? [found] : (found.items ?? found.keys ?? []);
    return all.filter(({ kid, x }) => typeof kid === "string" && bytesOf(x).length === SIZE).map(({ kid, x }) => ({ kid, x }));
  } catch {
    return [];
  }
}

/** Nothing where nobody answers: the page works without. */
export async function keysOfTheService(): Promise<PublicKey[]> {
  if (!location.protocol.startsWith("http")) return [];
  try {
    const response = await fetch(ADDRESS);
    return response.ok ? keysIn(await response.text()) : [];
  } catch {
    return [];
  }
}

/** Those known first stay: a key that comes later under the same name does not take their place. */
export const together = (known: PublicKey[], more: PublicKey[]) => [...known, ...more.filter(({ kid }) => !known.some((one) => one.kid === kid))];
