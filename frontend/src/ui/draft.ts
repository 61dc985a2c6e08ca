/** What is typed is kept in this browser window until the server has it. */

const stored = (key: string) => `draft:${key}`;

export function readDraft<V>(key: string): Partial<V> | null {
  const kept = sessionStorage.getItem(stored(key));
  return kept ? (JSON.parse(kept) as Partial<V>) : null;
}

export const keepDraft = (key: string, values: unknown) => sessionStorage.setItem(stored(key), JSON.stringify(values));

export const dropDraft = (key: string) => sessionStorage.removeItem(stored(key));
