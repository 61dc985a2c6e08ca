/** What this browser keeps, guarded: storage may be full, odd or switched off. What is somebody's lies under their account. */

const PERSON = "account";
const OWN = "own:";
let told: string | null | undefined;

export function readKept<V>(key: string, storage: Storage = localStorage): V | null {
  try {
    return JSON.parse(storage.getItem(key) ?? "null") as V | null;
  } catch {
    return null;
  }
}

/** Whether it is kept; what cannot be kept stays in the page alone. */
export function keep(key: string, value: unknown, storage: Storage = localStorage): boolean {
  try {
    storage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export const dropKept = (key: string, storage: Storage = localStorage) => storage.removeItem(key);

/** Who is signed in, or was when the network was last there; `null` is a visitor. */
export const person = (): string | null => (told === undefined ? readKept<string>(PERSON) : told);

/** The key of something personal: `own:<account>:draft:need`. Both apps name drafts, letters and pages opened before so. */
export const ownKey = (name: string, account: string | null = person()) => `${OWN}${account ?? ""}:${name}`;

function wipe(goes: (key: string) => boolean): void {
  for (const storage of [localStorage, sessionStorage]) Object.keys(storage).filter(goes).forEach((key) => storage.removeItem(key));
}

/** When somebody comes, what is kept for others goes; when a session only runs out nothing does, since its holder comes back. */
export function rememberPerson(account: string | null): void {
  told = account;
  if (account === null) return dropKept(PERSON);
  keep(PERSON, account);
  wipe((key) => key.startsWith(OWN) && !key.startsWith(ownKey("", account)) && !key.startsWith(ownKey("", null)));
}

/** Somebody left for good: nothing of theirs stays on the device. */
export function forgetPerson(): void {
  const own = ownKey("");
  wipe((key) => key.startsWith(own));
  rememberPerson(null);
}
