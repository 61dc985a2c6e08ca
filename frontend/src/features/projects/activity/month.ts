/** The weeks of a month as a calendar shows them, Monday first; days of the neighbouring months are left empty. */
import dayjs from "dayjs";

const DAYS = 7;

export const thisMonth = (today: string) => today.slice(0, 7);

export const monthAfter = (month: string, by: number) => dayjs(`${month}-01`).add(by, "month").format("YYYY-MM");

/** `2026-11` to rows of seven days (`2026-11-01`) or nothing. */
export function weeksOf(month: string): (string | null)[][] {
  const first = dayjs(`${month}-01`);
  const before = (first.day() + DAYS - 1) % DAYS;
  const days = Array.from({ length: first.daysInMonth() }, (_, at) => first.add(at, "day").format("YYYY-MM-DD"));
  const cells: (string | null)[] = [...Array<null>(before).fill(null), ...days];
  while (cells.length % DAYS > 0) cells.push(null);
  return Array.from({ length: cells.length / DAYS }, (_, week) => cells.slice(week * DAYS, (week + 1) * DAYS));
}
