/** People by the masked names their owners give; one outside the reader's scope is said to be so. */
import { useQuery } from "@tanstack/react-query";
import type { Question } from "@/api/view";
import { staffName, volunteerName } from "./names";

const KEPT = 5 * 60_000;

function Name({ question, unknown }: { question: Question<string | null>; unknown: string }) {
  const { data, error } = useQuery({ ...question, staleTime: KEPT });
  if (data) return <>{data}</>;
  return <span className="muted">{data === null || error ? unknown : "…"}</span>;
}

export const VolunteerName = ({ id }: { id: string }) => <Name question={volunteerName(id)} unknown="辖区外的志愿者" />;

export const StaffName = ({ id }: { id: string }) => <Name question={staffName(id)} unknown="辖区外的工作人员" />;
