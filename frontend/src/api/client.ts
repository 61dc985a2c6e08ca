/** The five services as typed clients; every refusal is thrown as a `Problem`. */
import createClient from "openapi-fetch";
import type { paths as AssessmentPaths } from "./assessment.gen";
import type { paths as GatewayPaths } from "./gateway.gen";
import type { paths as ProjectsPaths } from "./projects.gen";
import type { paths as RegistryPaths } from "./registry.gen";
import { send } from "./send";
import type { Action } from "./view";
import type { paths as VolunteersPaths } from "./volunteers.gen";

const service = (name: string) => ({ baseUrl: new URL(`/api/${name}`, location.origin).href, fetch: send });

export const assessment = createClient<AssessmentPaths>(service("assessment"));
export const gateway = createClient<GatewayPaths>(service("gateway"));
export const projects = createClient<ProjectsPaths>(service("projects"));
export const registry = createClient<RegistryPaths>(service("registry"));
export const volunteers = createClient<VolunteersPaths>(service("volunteers"));

/** The data of a call: `answer(projects.GET("/needs/{id}", …))`. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}

/** Headers of an update: refused (412) when somebody else was faster. */
export const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });

/** Follows an address the server sent (`links`, `actions`, a job's `href`). */
export async function follow<T>(href: string, init: RequestInit = {}): Promise<T> {
  const headers = new Headers(init.headers);
  if (init.body !== undefined) headers.set("Content-Type", "application/json");
  const response = await send(new Request(new URL(href, location.origin), { ...init, headers }));
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** Does what a button says, on the version of the record the reader has seen. */
export function act(action: Action, version: number, reason?: string): Promise<unknown> {
  const body = reason === undefined ? undefined : JSON.stringify({ reason });
  return follow(action.href, { method: action.method.toUpperCase(), headers: ifMatch(version), body });
}
