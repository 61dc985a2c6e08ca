/** A need by its title. Officers read it by its id; an organisation's manager finds it in the pool, where everybody may. */
import { useQuery } from "@tanstack/react-query";
import { Named } from "@/ui/Named";
import { needReaders } from "../roles";
import { useHolds } from "../useHolds";
import { need, poolOf } from "./queries";

export function NeedTitle({ id }: { id: string }) {
  const isOfficer = useHolds(needReaders);
  const own = useQuery({ ...need(id), enabled: isOfficer === true });
  const pooled = useQuery({ ...poolOf(undefined, false), enabled: isOfficer === false });
  const inPool = pooled.data?.items.find((one) => one.id === id);
  // One that has left the pool is no longer read there.
  if (isOfficer === false && pooled.data && !inPool) return <>需求</>;
  return <Named query={isOfficer === false ? { data: inPool, error: pooled.error } : own} withheld="辖区外的需求">{({ title }) => title}</Named>;
}
