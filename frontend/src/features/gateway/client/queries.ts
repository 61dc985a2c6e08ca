/** What the screens of other systems ask the gateway, and what they send it. */
import { answer, gateway, ifMatch } from "@/api/client";
import type { components, paths } from "@/api/gateway.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";
import { hold } from "./secretOnce";

type Schemas = components["schemas"];

export type Client = Schemas["ClientView"];
export type ClientQuery = QueryOf<paths, "/clients">;
export type Opening = Schemas["ClientIn"];
export type Scope = Schemas["ScopeView"];

export const clients: ListQuestion<Client, ClientQuery> = {
  key: ["gateway", "clients"],
  page: (query) => answer(gateway.GET("/clients", { params: { query } })),
};

export const client = (id: string): Question<Client> => ({
  queryKey: ["gateway", "clients", id],
  queryFn: ({ signal }) => answer(gateway.GET("/clients/{id}", { params: { path: { id } }, signal })),
});

export const scopes: Question<Scope[]> = {
  queryKey: ["gateway", "clients", "scopes"],
  queryFn: ({ signal }) => answer(gateway.GET("/clients/scopes", { signal })),
};

/** The secret comes with the answer this once: it is held for the page that shows it, and nowhere kept. */
const withoutSecret = ({ secret, ...made }: Schemas["ClientSecret"]): Client => {
  hold({ id: made.id, secret });
  return made;
};

export const open = async (body: Opening) => withoutSecret(await answer(gateway.POST("/clients", { body })));

export const renewSecret = async ({ id, version }: Client) =>
  withoutSecret(await answer(gateway.POST("/clients/{id}/secret", { params: { path: { id } }, headers: ifMatch(version) })));

export const enable = async ({ id, version }: Client) =>
  withoutSecret(await answer(gateway.POST("/clients/{id}/enabling", { params: { path: { id } }, headers: ifMatch(version) })));

export const permit = ({ id, version }: Client, body: Schemas["ScopesIn"]) =>
  answer(gateway.PUT("/clients/{id}/scopes", { params: { path: { id } }, headers: ifMatch(version), body }));
