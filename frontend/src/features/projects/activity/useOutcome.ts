/** What came of an activity that was held: its confirmed hours and its survey, as far as the reader may know. */
import { useQuery } from "@tanstack/react-query";
import { confirmedHours } from "@/ui/confirmedHours";
import type { Outcome } from "../chain";
import { surveyReaders } from "../roles";
import { useHolds } from "../useHolds";
import { surveyOf, type Activity, type Survey } from "./queries";

export function useOutcome(activity: Pick<Activity, "id" | "state"> | undefined): Outcome & { survey?: Survey | null } {
  const id = activity?.id ?? "";
  const isHeld = activity?.state === "held";
  const readsSurveys = useHolds(surveyReaders) === true;
  const { data: hours } = useQuery({ ...confirmedHours(id), enabled: isHeld });
  const { data: survey } = useQuery({ ...surveyOf(id), enabled: isHeld && readsSurveys });
  return { hours, survey };
}
