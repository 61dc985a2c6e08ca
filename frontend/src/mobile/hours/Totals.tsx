/** How many hours are mine, and how many still wait for a second person. */
import { useQuery } from "@tanstack/react-query";
import { useMessages } from "@/ui/language";
import { useDuration } from "../useDuration";
import { messages } from "./messages";
import { total } from "./queries";
import styles from "./Totals.module.css";

export function Totals({ volunteerId }: { volunteerId: string }) {
  const t = useMessages(messages);
  const lasting = useDuration();
  const { data } = useQuery(total(volunteerId));
  const shown = (minutes: number | undefined) => (minutes === undefined ? "—" : lasting(minutes));
  return (
    <dl className={styles.totals}>
      <div><dt>{t.confirmed}</dt><dd className="figures"><strong>{shown(data?.confirmed_minutes)}</strong></dd></div>
      <div><dt>{t.waiting}</dt><dd className="figures"><span>{shown(data?.waiting_minutes)}</span></dd></div>
    </dl>
  );
}
