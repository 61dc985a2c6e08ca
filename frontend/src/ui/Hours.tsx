/** A duration in minutes, shown in hours with one decimal. */
import { hours } from "./amounts";

export function Hours({ minutes }: { minutes: number | null | undefined }) {
  if (minutes === null || minutes === undefined) return <span>—</span>;
  return <span className="figures">{hours(minutes)} 小时</span>;
}
