/** What is typed is kept in this browser window until the server has it, for the account that typed it and nobody else. */
import { dropKept, keep, ownKey, readKept } from "@/api/kept";

export interface Draft<V> {
  values: Partial<V>;
  /** Of the record the form was filled from; a newer one must not be overwritten unseen. */
  version?: number;
}

const stored = (name: string) => ownKey(`draft:${name}`);

export const readDraft = <V>(name: string) => readKept<Draft<V>>(stored(name), sessionStorage);

/** `secret` names fields that are left out, however deep they lie. */
export function keepDraft(name: string, draft: Draft<unknown>, secret: string[] = []) {
  const open: unknown = JSON.parse(JSON.stringify(draft, (field, value: unknown) => (secret.includes(field) ? undefined : value)));
  keep(stored(name), open, sessionStorage);
}

export const dropDraft = (name: string) => dropKept(stored(name), sessionStorage);
