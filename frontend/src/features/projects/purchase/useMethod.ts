/** What a way of buying asks for today, and that said of its deadline. */
import { useQuery } from "@tanstack/react-query";
import { minuteOf } from "@/ui/times";
import { methodRules, type MethodRule, type Purchase } from "./queries";

export function useMethod(method: Purchase["method"] | undefined): MethodRule | undefined {
  const { data } = useQuery(methodRules);
  return data?.find((rule) => rule.method === method);
}

export const saysDeadline = ({ least_days: { days, unit }, earliest_due_at }: MethodRule) =>
  `公告到投标截止不少于 ${days} 个${unit === "working_days" ? "工作日" : "自然日"}：今天公告，最早 ${minuteOf(earliest_due_at)}`;

export const isTooNear = (due: string, rule: MethodRule | undefined) => rule !== undefined && Date.parse(due) < Date.parse(rule.earliest_due_at);
