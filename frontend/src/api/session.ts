/** Who is signed in, as the gateway tells it; `null` is a visitor. */
import { follow } from "./client";
import { Problem } from "./problem";
import type { Question } from "./view";

export interface Grant {
  role: string;
  area_id: string;
  area_name: string;
  scope_key: string;
  organisation_id?: string | null;
}

export interface Account {
  id: string;
  kind: string;
  display_name: string;
  grants: Grant[];
}

export interface SentCode {
  phone: string;
  text: string;
  sent_at: string;
}

const post = (body: unknown): RequestInit => ({ method: "POST", body: JSON.stringify(body) });

function visitorIf401(error: unknown): null {
  if (error instanceof Problem && error.status === 401) return null;
  throw error;
}

export const me: Question<Account | null> = {
  queryKey: ["gateway", "me"],
  queryFn: ({ signal }) => follow<Account>("/api/gateway/me", { signal }).catch(visitorIf401),
};

export async function signIn(username: string, password: string): Promise<void> {
  await follow("/api/gateway/session", post({ username, password, delivery: "cookie" }));
}

export async function sendCode(phone: string): Promise<string> {
  const { challenge_id } = await follow<{ challenge_id: string }>("/api/gateway/phone-codes", post({ phone }));
  return challenge_id;
}

export async function signInByCode(challengeId: string, code: string): Promise<void> {
  await follow("/api/gateway/phone-session", post({ challenge_id: challengeId, code, delivery: "cookie" }));
}

export const signOut = () => follow<unknown>("/api/gateway/session", { method: "DELETE" });

/** The developer outbox; answers only where the demo is switched on. */
export const outbox: Question<SentCode[]> = {
  queryKey: ["gateway", "outbox"],
  queryFn: ({ signal }) => follow<SentCode[]>("/api/gateway/outbox", { signal }).catch(() => []),
};
