/** Activities that want volunteers, soonest first. */
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { useKeysetList } from "@/ui/useKeysetList";
import { useLastSeen } from "../lastSeen";
import { ListEnd } from "../ListEnd";
import { SeenBefore } from "../SeenBefore";
import { WhyNot } from "../signup/WhyNot";
import styles from "./Card.module.css";
import { messages } from "./messages";
import { OfferCard } from "./OfferCard";
import { byActivity } from "./offers";
import { opportunities } from "./queries";

const AT_ONCE = 20;

interface Props {
  area: string;
  withPlaces: boolean;
  /** Activities that want no volunteers too. */
  onAll: () => void;
  /** Everywhere. */
  onWhole: () => void;
}

export function Offers({ area, withPlaces, onAll, onWhole }: Props) {
  const t = useMessages(messages);
  const query = { area_id: area || undefined, has_places: withPlaces || undefined, limit: AT_ONCE };
  const list = useKeysetList(opportunities, query);
  const { request } = list;
  const { rows, seenAt } = useLastSeen("offers", `${area} ${withPlaces}`, list);
  const narrowed = area || withPlaces;
  const wider = <button type="button" className="act quiet" onClick={area ? onWhole : onAll}>{area ? t.seeWhole : t.seeAll}</button>;
  const empty = <EmptyState title={narrowed ? t.emptyFiltered : t.empty} advice={narrowed ? t.emptyFilteredAdvice : t.emptyAdvice} act={wider} />;
  return (
    <>
      {seenAt ? <SeenBefore at={seenAt} request={request} /> : <WhyNot />}
      <ul className={styles.list}>{byActivity(rows).map((offer) => <OfferCard key={offer.activityId} offer={offer} />)}</ul>
      {!seenAt && <ListEnd request={request} isEmpty={rows.length === 0} empty={empty} />}
    </>
  );
}
