/** What could not be sent yet: kept under its writer's account and sent once, with the same key, when the network is back. */
import { useSyncExternalStore } from "react";
import { follow, ifMatch } from "@/api/client";
import { keep, ownKey, person, readKept } from "@/api/kept";
import { newKey } from "@/api/keys";
import { once } from "@/api/once";
import { asProblem, Problem } from "@/api/problem";

/** Why the server would not take it, field by field. */
export type Refused = Pick<Problem, "type" | "title" | "status" | "detail" | "errors">;

export interface Letter {
  key: string;
  href: string;
  body: unknown;
  /** Of the record it is about, as its writer saw it. */
  version?: number;
  /** What it is, for the one who wrote it: `报名：周六敬老院探访`. */
  label: string;
  /** The page where it was written, and is mended. */
  page: string;
  refusal?: Refused;
}

const EVERY = 20_000;
const NOTHING: Letter[] = [];
/** The parts of a letter that say who somebody is. */
const WHO = new Set(["contact", "guardian"]);
const listeners = new Set<() => void>();
/** On their first way, under the eyes of who wrote them: kept already, but nobody has to be told that they wait. */
const leaving = new Set<string>();
let shown: Letter[] = [];

const keyOf = (account: string | null) => ownKey("outbox", account);
const kept = (account: string | null) => readKept<Letter[]>(keyOf(account)) ?? NOTHING;

/** Whether the phone could keep it. */
function store(account: string | null, now: Letter[]): boolean {
  const isKept = keep(keyOf(account), now);
  listeners.forEach((tell) => tell());
  return isKept;
}

const drop = (account: string | null, key: string) => store(account, kept(account).filter((letter) => letter.key !== key));

/** A visitor is nobody in particular: what they wrote stays to be mended, who they are does not. */
function refuse(account: string | null, key: string, { type, title, status, detail, errors }: Problem): void {
  const words = (body: unknown) => (account === null ? Object.fromEntries(Object.entries(body as object).filter(([part]) => !WHO.has(part))) : body);
  const told = (letter: Letter): Letter => ({ ...letter, body: words(letter.body), refusal: { type, title, status, detail, errors } });
  store(account, kept(account).map((letter) => (letter.key === key ? told(letter) : letter)));
}

/** Tries again later with the same key, or gives up with the server's reason. */
async function deliver(account: string | null, letter: Letter): Promise<unknown> {
  try {
    const answer = await follow(letter.href, {
      method: "POST",
      body: JSON.stringify(letter.body),
      headers: { ...(letter.version !== undefined && ifMatch(letter.version)), "Idempotency-Key": letter.key },
      // What a visitor wrote stays a visitor's, whoever has signed in since: the server knows the key by its sender.
      credentials: account === null ? "omit" : "same-origin",
    });
    drop(account, letter.key);
    return answer;
  } catch (error) {
    const problem = asProblem(error);
    if (!problem.unanswered && problem.status !== 401) refuse(account, letter.key, problem);
    throw problem;
  }
}

/** One's own and any visitor's; nobody else may send what somebody wrote under an account. */
async function deliverAll(delivered: () => void): Promise<void> {
  const account = person();
  for (const writer of new Set([account, null])) {
    for (const letter of kept(writer).filter(({ key, refusal }) => !refusal && !leaving.has(key))) {
      if (person() !== account) return;
      await deliver(writer, letter).then(delivered, () => undefined);
    }
  }
}

export type Sent<T> = { state: "sent"; answer: T } | { state: "waiting" };

async function postNow<T>(account: string | null, letter: Omit<Letter, "key" | "refusal">): Promise<Sent<T>> {
  const fresh = { ...letter, key: newKey() };
  leaving.add(fresh.key);
  const isKept = store(account, [...kept(account), fresh]);
  try {
    return { state: "sent", answer: (await deliver(account, fresh)) as T };
  } catch (error) {
    if (isKept && error instanceof Problem && error.unanswered) return { state: "waiting" };
    drop(account, fresh.key);
    throw error;
  } finally {
    leaving.delete(fresh.key);
    listeners.forEach((tell) => tell());
  }
}

/** Sends now if the network allows, otherwise later; a refusal is thrown and nothing is kept. A second tap is no second letter. */
export function post<T>(letter: Omit<Letter, "key" | "refusal">): Promise<Sent<T>> {
  const account = person();
  return once(JSON.stringify([account, letter.href, letter.body]), () => postNow<T>(account, letter));
}

export const discard = (key: string) => drop(person(), key);

/** What was refused and is being mended. */
export const refused = (key: string | null) => kept(person()).find((letter) => letter.key === key && letter.refusal);

/** Sends what waits: now, when the network comes back, and every so often; returns how to stop. */
export function keepDelivering(delivered: () => void = () => undefined): () => void {
  const go = () => void once("delivery", () => deliverAll(delivered));
  go();
  const timer = setInterval(go, EVERY);
  window.addEventListener("online", go);
  return () => {
    clearInterval(timer);
    window.removeEventListener("online", go);
  };
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  window.addEventListener("storage", tell);
  return () => {
    listeners.delete(tell);
    window.removeEventListener("storage", tell);
  };
}

/** One's own; the same array while nothing has changed. */
function own(): Letter[] {
  const now = kept(person()).filter(({ key }) => !leaving.has(key));
  if (JSON.stringify(now) !== JSON.stringify(shown)) shown = now;
  return shown;
}

export const useOutbox = () => useSyncExternalStore(subscribe, own);
