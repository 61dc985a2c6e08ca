/** A pretended server for tests: answers by method and path, and remembers what it was asked. */
import { vi } from "vitest";

export interface Asked {
  method: string;
  path: string;
  headers: Headers;
  body: unknown;
}

type Answer = (asked: Asked) => { status?: number; body?: unknown } | "network down";

export const refusal = (status: number, type: string, more: object = {}) => ({ status, body: { type, title: type, status, ...more } });

export function pretendServer(answer: Answer): Asked[] {
  const all: Asked[] = [];
  vi.stubGlobal("fetch", async (input: Request | string, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(input, location.origin), init);
    const { pathname, search } = new URL(request.url);
    const text = await request.text();
    const asked = { method: request.method, path: pathname + search, headers: request.headers, body: text ? (JSON.parse(text) as unknown) : undefined };
    all.push(asked);
    const given = answer(asked);
    if (given === "network down") throw new TypeError("fetch failed");
    const { status = 200, body = {} } = given;
    return new Response(JSON.stringify(body), { status, headers: { "Content-Type": status < 400 ? "application/json" : "application/problem+json" } });
  });
  return all;
}
