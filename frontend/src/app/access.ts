/** Which screens an account is offered; the services decide for themselves again. */
import type { Account } from "@/api/session";
import type { Screen } from "./routes";

export function mayOpen(screen: Pick<Screen, "roles">, account: Account): boolean {
  const { roles } = screen;
  return !roles || account.grants.some(({ role }) => roles.some((one) => one === role));
}
