/** The needs a project or a deliberation answers. Officers read each; an organisation's manager those that the pool shows. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { NeedTable } from "../need/NeedTable";
import { need, poolOf } from "../need/queries";
import { needReaders } from "../roles";
import { useHolds } from "../useHolds";
import type { Project } from "./queries";

export function NeedsOfProject({ of: { need_ids } }: { of: Pick<Project, "need_ids"> }) {
  const isOfficer = useHolds(needReaders);
  const own = useQueries({ queries: need_ids.map((id) => ({ ...need(id), enabled: isOfficer === true })) });
  const pooled = useQuery({ ...poolOf(undefined, false), enabled: isOfficer === false });
  const found = isOfficer ? own.flatMap(({ data }) => data ?? []) : (pooled.data?.items.filter(({ id }) => need_ids.includes(id)) ?? []);
  const isLoading = isOfficer ? own.some(({ isPending }) => isPending) : pooled.isPending;
  return <NeedTable needs={found} isLoading={isLoading} empty="所依据的需求不在您的查看范围内" />;
}
