/** Opens the phone app in a test at one of its paths, as somebody would on the phone. */
import { cleanup, render } from "@testing-library/react";
import { vi } from "vitest";
import { pretendServer, refusal, type Asked } from "@/testing/server";
import { App } from "../App";
import { person } from "./fakes";

type Given = ReturnType<Parameters<typeof pretendServer>[0]>;
type Answers = Record<string, (asked: Asked) => Given>;

export function openPhone(path: string): void {
  cleanup();
  history.replaceState(null, "", `/m${path}`);
  render(<App />);
}

/** As after a dead battery: what lived in the page alone is gone. */
export async function reopenPhone(path: string): Promise<void> {
  cleanup();
  vi.resetModules();
  history.replaceState(null, "", `/m${path}`);
  const { App: Fresh } = await import("../App");
  render(<Fresh />);
}

export const page = (items: unknown[]) => ({ body: { items, next: null, count: null } });

const USUAL: Answers = {
  "GET /api/gateway/installation": () => ({ body: { demo: true } }),
  "GET /api/gateway/me": () => ({ body: person }),
  "GET /api/projects/need-categories": () => ({ body: { items: [], next: null, count: null } }),
  "GET /api/registry/areas": () => ({ body: { items: [], next: null, count: null } }),
};

/** Answers by the beginning of `METHOD path`; unless said otherwise a person is signed in, and there is nothing else. */
export function serve(answers: Answers): Asked[] {
  const all = { ...USUAL, ...answers };
  return pretendServer((asked) => {
    const here = Object.keys(all).filter((one) => `${asked.method} ${asked.path}`.startsWith(one));
    const route = here.sort((one, other) => other.length - one.length)[0];
    if (route) return (all[route] as Answers[string])(asked);
    return asked.method === "GET" ? page([]) : refusal(404, "not-found");
  });
}

export const asVisitor: Answers = { "GET /api/gateway/me": () => refusal(401, "sign-in-needed") };
