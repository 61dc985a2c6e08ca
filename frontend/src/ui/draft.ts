/** What is typed is kept in this browser window until the server has it. */

const stored = (key: string) => `draft:${key}`;

export function readDraft<V>(key: string): Partial<V> | null {
  const kept = sessionStorage.getItem(stored(key));
  return kept ? (JSON.parse(kept) as Partial<V>) : null;
}

/** `secret` names fields that are left out, however deep they lie. */
export function keepDraft(key: string, values: unknown, secret: string[] = []) {
  const kept = JSON.stringify(values, (name, value: unknown) => (secret.includes(name) ? undefined : value));
  sessionStorage.setItem(stored(key), kept);
}

export const dropDraft = (key: string) => sessionStorage.removeItem(stored(key));
