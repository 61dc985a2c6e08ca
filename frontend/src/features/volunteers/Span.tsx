/** From when to when, the day said once where it is one day. */
import { dayOf, minuteOf } from "@/ui/times";

export function Span({ of: { starts_at, ends_at } }: { of: { starts_at: string; ends_at: string } }) {
  const isOneDay = dayOf(starts_at) === dayOf(ends_at);
  return <span className="figures">{minuteOf(starts_at)} – {isOneDay ? minuteOf(ends_at).slice(-5) : minuteOf(ends_at)}</span>;
}
