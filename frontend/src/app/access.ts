/** Which screens an account is offered; the services decide for themselves again. */
import type { Account } from "@/api/session";
import type { Screen } from "./routes";

export function mayOpen(screen: Pick<Screen, "roles" | "permission">, account: Account): boolean {
  const hasRole = !screen.roles || account.grants.some(({ role }) => screen.roles?.includes(role));
  const hasPermission = !screen.permission || account.permissions.includes(screen.permission);
  return hasRole && hasPermission;
}
