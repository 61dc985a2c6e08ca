/** People by the masked names their owners give; one outside the reader's scope is said to be so. */
import { useQuery } from "@tanstack/react-query";
import { answer, gateway } from "@/api/client";
import type { Question } from "@/api/view";
import { namesById, together } from "./together";

const KEPT = 5 * 60_000;

const staffNames = together(async (ids) => namesById(await answer(gateway.POST("/names", { body: { ids } }))));

const staffName = (id: string): Question<string | null> => ({ queryKey: ["gateway", "names", id], queryFn: () => staffNames(id) });

export function MaskedName({ question, unknown }: { question: Question<string | null>; unknown: string }) {
  const { data, error } = useQuery({ ...question, staleTime: KEPT });
  if (data) return <>{data}</>;
  return <span className="muted">{data === null || error ? unknown : "…"}</span>;
}

export const StaffName = ({ id }: { id: string }) => <MaskedName question={staffName(id)} unknown="辖区外的工作人员" />;
