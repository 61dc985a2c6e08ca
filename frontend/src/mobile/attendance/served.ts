/** What counts of being there, told before the server counts it: nothing before the planned start or after the planned end. */

const MINUTE = 60_000;
const NEAR_THE_END = 10 * MINUTE;

interface Span {
  starts_at: string;
  ends_at: string;
}

/** Whether leaving now gives hours away. */
export const isEarly = ({ ends_at }: Span) => Date.parse(ends_at) - Date.now() > NEAR_THE_END;

export function minutesServed({ starts_at, ends_at }: Span, from: string, until: string): number {
  const served = Math.min(Date.parse(until), Date.parse(ends_at)) - Math.max(Date.parse(from), Date.parse(starts_at));
  return Math.max(0, Math.floor(served / MINUTE));
}
