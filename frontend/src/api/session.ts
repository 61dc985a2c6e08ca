/** Who is signed in, as the gateway tells it; `null` is a visitor. */
import { answer, follow, gateway } from "./client";
import type { components } from "./gateway.gen";
import { Problem } from "./problem";
import type { Question } from "./view";

export type Account = components["schemas"]["Me"];

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

/** Whether the records of this installation are invented. */
export const installation: Question<components["schemas"]["Installation"]> = {
  queryKey: ["gateway", "installation"],
  queryFn: ({ signal }) => answer(gateway.GET("/installation", { signal })),
};

export const me: Question<Account | null> = {
  queryKey: ["gateway", "me"],
  queryFn: ({ signal }) => answer(gateway.GET("/me", { signal })).catch(visitorIf401),
};

export async function signIn(username: string, password: string): Promise<void> {
  await gateway.POST("/session", { body: { username, password, delivery: "cookie" } });
}

export async function sendCode(phone: string): Promise<string> {
  const { challenge_id } = await follow<{ challenge_id: string }>("/api/gateway/phone-codes", post({ phone }));
  return challenge_id;
}

export async function signInByCode(challengeId: string, code: string): Promise<void> {
  await follow("/api/gateway/phone-session", post({ challenge_id: challengeId, code, delivery: "cookie" }));
}

/** The present password proves that it is the holder; the sessions on other devices end. */
export const changePassword = (body: components["schemas"]["OwnPasswordIn"]) => gateway.PUT("/me/password", { body });

/** Also where it had ended already. */
export const endSession = () => gateway.DELETE("/session").catch(visitorIf401);

/** The developer outbox; answers only where the demo is switched on. */
export const outbox: Question<SentCode[]> = {
  queryKey: ["gateway", "outbox"],
  queryFn: ({ signal }) => follow<SentCode[]>("/api/gateway/outbox", { signal }).catch(() => []),
};
