/** When and where, and how far from here. */
import { useMessages } from "@/ui/language";
import { dayOf, minuteOf } from "@/ui/times";
import { metresBetween, usePosition } from "../position";
import styles from "./Happening.module.css";
import { messages } from "./messages";

interface Span {
  starts_at: string;
  ends_at: string;
}

interface Place {
  name: string;
  latitude: number | null;
  longitude: number | null;
}

const timeOf = (instant: string) => minuteOf(instant).slice(11);

/** `2026-11-28 周六 09:00–11:00` */
export function When({ starts_at, ends_at }: Span) {
  const t = useMessages(messages);
  const day = dayOf(starts_at);
  const end = dayOf(ends_at) === day ? timeOf(ends_at) : minuteOf(ends_at);
  return <time dateTime={starts_at} className={styles.when}>{day} {t.weekdays[new Date(day).getUTCDay()]} <span className="figures">{timeOf(starts_at)}–{end}</span></time>;
}

export function Where({ place }: { place: Place }) {
  const t = useMessages(messages);
  const { position } = usePosition();
  const metres = metresBetween(position, place);
  return <span className={styles.where}>{place.name}{metres !== null && <span className="muted"> · {t.away(metres)}</span>}</span>;
}
