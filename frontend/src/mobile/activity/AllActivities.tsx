/** All activities that are open to everybody, soonest first, by a word where one is given. */
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { useKeysetList } from "@/ui/useKeysetList";
import { useLastSeen } from "../lastSeen";
import { ListEnd } from "../ListEnd";
import { SeenBefore } from "../SeenBefore";
import { ActivityCard } from "./ActivityCard";
import styles from "./Card.module.css";
import { messages } from "./messages";
import { activities, today } from "./queries";

const AT_ONCE = 20;

export function AllActivities({ area, words }: { area: string; words: string }) {
  const t = useMessages(messages);
  const list = useKeysetList(activities, { area_id: area || undefined, q: words || undefined, from: today(), limit: AT_ONCE });
  const { request } = list;
  const { rows, seenAt } = useLastSeen("activities", `${area} ${words}`, list);
  const narrowed = area || words;
  const empty = <EmptyState title={narrowed ? t.emptyFiltered : t.empty} advice={narrowed ? t.emptyFilteredAdvice : t.emptyAdvice} />;
  return (
    <>
      {seenAt && <SeenBefore at={seenAt} request={request} />}
      <ul className={styles.list}>{rows.map((activity) => <ActivityCard key={activity.id} activity={activity} />)}</ul>
      {!seenAt && <ListEnd request={request} isEmpty={rows.length === 0} empty={empty} />}
    </>
  );
}
