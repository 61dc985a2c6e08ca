/** Whether this account holds one of some roles; undefined until the account is known. */
import { useQuery } from "@tanstack/react-query";
import { me } from "@/api/session";

export function useHolds(roles: readonly string[]): boolean | undefined {
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  return account?.grants.some(({ role }) => roles.includes(role));
}
