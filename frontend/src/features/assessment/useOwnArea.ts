/** The area in which the reader oversees: the city of its leaders and officers, a town of its own. */
import { useQuery } from "@tanstack/react-query";
import { me } from "@/api/session";
import { overseers } from "./roles";

export function useOwnArea(): string | undefined {
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  return account?.grants.find(({ role }) => overseers.some((one) => one === role))?.area_id;
}
