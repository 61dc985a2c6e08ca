/** What could not be sent yet: kept on the phone and sent once, with the same key, when the network is back. */
import { useSyncExternalStore } from "react";
import { follow } from "@/api/client";
import { newKey } from "@/api/keys";
import { asProblem, Problem } from "@/api/problem";

export interface Letter {
  key: string;
  href: string;
  body: unknown;
  /** What it is, for the one who wrote it: `报名：周六敬老院探访`. */
  label: string;
  /** The account it was written under; nobody else may send it. */
  account: string | null;
  /** Why the server would not take it. */
  refusal?: string;
}

const STORED = "outbox";
const EVERY = 20_000;
const listeners = new Set<() => void>();
let text = "[]";
let read: Letter[] = [];
let delivering: Promise<void> | null = null;
/** On their first way, under the eyes of who wrote them: kept already, but nobody has to be told that they wait. */
const leaving = new Set<string>();
let shown: Letter[] = [];

/** What the phone keeps now, whichever of its windows wrote it; the same array while nothing has changed. */
function kept(): Letter[] {
  const stored = localStorage.getItem(STORED) ?? "[]";
  if (stored !== text) {
    text = stored;
    read = JSON.parse(stored) as Letter[];
  }
  return read;
}

function keep(now: Letter[]): void {
  localStorage.setItem(STORED, JSON.stringify(now));
  listeners.forEach((tell) => tell());
}

const without = (key: string) => kept().filter((letter) => letter.key !== key);

/** Tries again later with the same key, or gives up with the server's reason. */
async function deliver(letter: Letter): Promise<unknown> {
  try {
    const answer = await follow(letter.href, {
      method: "POST",
      body: JSON.stringify(letter.body),
      headers: { "Idempotency-Key": letter.key },
      // What a visitor wrote stays a visitor's, whoever has signed in since: the server knows the key by its sender.
      credentials: letter.account === null ? "omit" : "same-origin",
    });
    keep(without(letter.key));
    return answer;
  } catch (error) {
    const problem = asProblem(error);
    if (!problem.unanswered && problem.status !== 401) keep(kept().map((one) => (one.key === letter.key ? { ...one, refusal: problem.title } : one)));
    throw problem;
  }
}

const isFor = (account: string | null) => (letter: Letter) => letter.account === account || letter.account === null;

async function deliverAll(account: string | null, delivered: () => void): Promise<void> {
  for (const letter of kept().filter(isFor(account)).filter(({ key, refusal }) => !refusal && !leaving.has(key))) {
    await deliver(letter).then(delivered, () => undefined);
  }
}

export type Sent<T> = { state: "sent"; answer: T } | { state: "waiting" };

/** Sends now if the network allows, otherwise later; a refusal is thrown and nothing is kept. */
export async function post<T>(letter: Omit<Letter, "key" | "refusal">): Promise<Sent<T>> {
  const fresh = { ...letter, key: newKey() };
  leaving.add(fresh.key);
  keep([...kept(), fresh]);
  try {
    return { state: "sent", answer: (await deliver(fresh)) as T };
  } catch (error) {
    if (error instanceof Problem && error.unanswered) return { state: "waiting" };
    keep(without(fresh.key));
    throw error;
  } finally {
    leaving.delete(fresh.key);
    listeners.forEach((tell) => tell());
  }
}

export const discard = (key: string) => keep(without(key));

/** Sends what waits: now, when the network comes back, and every so often; returns how to stop. */
export function keepDelivering(account: string | null, delivered: () => void = () => undefined): () => void {
  const go = () => {
    delivering ??= deliverAll(account, delivered).finally(() => {
      delivering = null;
    });
  };
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

function waiting(): Letter[] {
  const now = kept().filter(({ key }) => !leaving.has(key));
  if (now.length !== shown.length || now.some((letter, at) => letter !== shown[at])) shown = now;
  return shown;
}

export const useOutbox = () => useSyncExternalStore(subscribe, waiting);
