/** A duration in minutes, told exactly in hours and minutes. */
import { duration } from "./amounts";

export function Hours({ minutes }: { minutes: number | null | undefined }) {
  if (minutes === null || minutes === undefined) return <span>—</span>;
  return <span className="figures">{duration(minutes)}</span>;
}
