/** What is talked over nearby, the latest first. */
import { Link } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { StateTag } from "@/ui/StateTag";
import { minuteOf } from "@/ui/times";
import { useKeysetList } from "@/ui/useKeysetList";
import { useTitle } from "@/ui/useTitle";
import card from "./activity/Card.module.css";
import { useLastCommunity } from "./community";
import { CommunityPicker } from "./CommunityPicker";
import { messages } from "./deliberation/messages";
import { deliberations } from "./deliberation/queries";
import { useDeliberationStates } from "./deliberation/states";
import { ListEnd } from "./ListEnd";
import { Page } from "./Page";

const AT_ONCE = 20;

export default function DeliberationsPage() {
  const t = useMessages(messages);
  const states = useDeliberationStates();
  const [area, setArea] = useLastCommunity();
  const { request, rows } = useKeysetList(deliberations, { area_id: area || undefined, limit: AT_ONCE });
  useTitle(t.title);
  return (
    <Page title={t.title} advice={t.advice} from="/mine">
      <CommunityPicker any="city" value={area} onChange={setArea} />
      <ul className={card.list}>
        {rows.map(({ id, topic, state, area_id, meets_at, outcome }) => (
          <li key={id} className={card.card}>
            <Link to={`/deliberations/${id}`} className={card.what}>
              <h2>{topic}</h2>
              <span><StateTag states={states} state={state} /> {outcome && t.outcomes[outcome]}</span>
              <span className="muted"><AreaName id={area_id} /> <span className="figures">{minuteOf(meets_at)}</span></span>
            </Link>
          </li>
        ))}
      </ul>
      <ListEnd request={request} isEmpty={rows.length === 0} empty={<EmptyState title={t.empty} advice={t.emptyAdvice} />} />
    </Page>
  );
}
