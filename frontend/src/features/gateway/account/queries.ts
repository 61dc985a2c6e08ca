/** What the screens of accounts ask the gateway, and what they send it. */
import { answer, gateway, ifMatch } from "@/api/client";
import type { components, paths } from "@/api/gateway.gen";
import type { ListQuestion, Question, QueryOf } from "@/api/view";

type Schemas = components["schemas"];

export type AccountItem = Schemas["AccountItem"];
export type Account = Schemas["AccountView"];
export type AccountQuery = QueryOf<paths, "/accounts">;
export type Opening = Schemas["AccountIn"];
export type Grant = Schemas["GrantView"];
export type Granting = Schemas["GrantIn"];
export type Role = Schemas["Role"];

export const accounts: ListQuestion<AccountItem, AccountQuery> = {
  key: ["gateway", "accounts"],
  page: (query) => answer(gateway.GET("/accounts", { params: { query } })),
};

export const account = (id: string): Question<Account> => ({
  queryKey: ["gateway", "accounts", id],
  queryFn: ({ signal }) => answer(gateway.GET("/accounts/{id}", { params: { path: { id } }, signal })),
});

export const open = (body: Opening) => answer(gateway.POST("/accounts", { body }));

export const grant = ({ id, version }: Pick<Account, "id" | "version">, body: Granting) =>
  answer(gateway.POST("/accounts/{id}/grants", { params: { path: { id } }, headers: ifMatch(version), body }));

export const setPassword = ({ id, version }: Account, body: Schemas["PasswordIn"]) =>
  answer(gateway.PUT("/accounts/{id}/password", { params: { path: { id } }, headers: ifMatch(version), body }));
