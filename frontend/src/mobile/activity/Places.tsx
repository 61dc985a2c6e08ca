/** The places left, as a bar and in words. */
import { useMessages } from "@/ui/language";
import { messages } from "./messages";
import styles from "./Places.module.css";
import type { Opportunity } from "./queries";

export function Places({ opportunity: { capacity, taken, places_left } }: { opportunity: Opportunity }) {
  const t = useMessages(messages);
  return (
    <div className={styles.places}>
      <div aria-hidden className={styles.bar}><div className={places_left ? styles.taken : styles.full} style={{ inlineSize: `${capacity ? (taken / capacity) * 100 : 100}%` }} /></div>
      <span className="figures">{places_left ? t.left(places_left, capacity) : t.full(capacity)}</span>
    </div>
  );
}
