/** Shows a way to a screen only to holders of a role it is for; the services decide for themselves again. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { me } from "@/api/session";

export function OnlyFor({ roles, children }: { roles: readonly string[]; children: ReactNode }) {
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  return account?.grants.some(({ role }) => roles.includes(role)) ? children : null;
}
