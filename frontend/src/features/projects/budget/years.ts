/** The years of which budgets are kept, the coming one first. */
import { dayOf } from "@/ui/times";

const FIRST = 2025;

export function years(now: Date = new Date()): number[] {
  const next = Number(dayOf(now).slice(0, 4)) + 1;
  return Array.from({ length: next - FIRST + 1 }, (_, back) => next - back);
}
