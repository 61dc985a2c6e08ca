/** A need by its title. Officers read it by its id; an organisation's manager finds it in the pool, where everybody may. */
import { useQuery } from "@tanstack/react-query";
import { needReaders } from "../roles";
import { useHolds } from "../useHolds";
import { need, poolOf } from "./queries";

export function NeedTitle({ id }: { id: string }) {
  const isOfficer = useHolds(needReaders);
  const own = useQuery({ ...need(id), enabled: isOfficer === true });
  const pooled = useQuery({ ...poolOf(undefined, false), enabled: isOfficer === false });
  const found = own.data ?? pooled.data?.items.find((one) => one.id === id);
  return <>{found?.title ?? "需求"}</>;
}
