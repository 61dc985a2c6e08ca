/** Days and instants as this city reads them: Asia/Shanghai, `2026-11-23 09:00`. */

const MINUTES_AHEAD = 8 * 60;

const shanghai = (instant: string | Date) => new Date(new Date(instant).getTime() + MINUTES_AHEAD * 60_000).toISOString();

/** An instant (`_at`) as a day. */
export const dayOf = (instant: string | Date) => shanghai(instant).slice(0, 10);

/** An instant (`_at`) as day and minute. */
export const minuteOf = (instant: string | Date) => shanghai(instant).slice(0, 16).replace("T", " ");

/** A local `2026-11-23 09:00` as the instant the services take. */
export const instantOf = (minute: string) => `${minute.replace(" ", "T")}:00+08:00`;

/** Whether a day (`_on`) or an instant (`_at`) has passed. */
export const isPast = (due: string, now: Date = new Date()) =>
  due.length === 10 ? due < dayOf(now) : new Date(due).getTime() < now.getTime();
