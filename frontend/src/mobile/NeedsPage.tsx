/** What I have reported, and how far each has come. */
import { Link } from "react-router";
import type { Account } from "@/api/session";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { StateTag } from "@/ui/StateTag";
import { dayOf } from "@/ui/times";
import { useKeysetList } from "@/ui/useKeysetList";
import { useTitle } from "@/ui/useTitle";
import card from "./activity/Card.module.css";
import { ListEnd } from "./ListEnd";
import { messages } from "./need/messages";
import { myNeeds } from "./need/queries";
import { useNeedStates } from "./need/states";
import { Page } from "./Page";
import { SignedIn } from "./SignedIn";

function Mine({ account }: { account: Account }) {
  const t = useMessages(messages);
  const states = useNeedStates();
  const { request, rows } = useKeysetList(myNeeds(account.id), { limit: 20 });
  const empty = <EmptyState title={t.empty} advice={t.emptyAdvice} act={<Link className="act" to="/report">{t.report}</Link>} />;
  return (
    <>
      <ul className={card.list}>
        {rows.map(({ id, title, state, raised_at }) => (
          <li key={id} className={card.card}>
            <Link to={`/needs/${id}`} className={card.what}>
              <h2>{title}</h2>
              <span><StateTag states={states} state={state} /> <span className="muted">{t.raisedOn(dayOf(raised_at))}</span></span>
            </Link>
          </li>
        ))}
      </ul>
      <ListEnd request={request} isEmpty={rows.length === 0} empty={empty} />
    </>
  );
}

export default function NeedsPage() {
  const t = useMessages(messages);
  useTitle(t.mine);
  return <Page title={t.mine} from="/mine"><SignedIn>{(account) => <Mine account={account} />}</SignedIn></Page>;
}
