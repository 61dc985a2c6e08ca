/** One announced purchase as everybody may read it; an organisation's manager goes on from here to its bid. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { isPast } from "@/ui/times";
import { bidsOf, type Bid } from "../bid/queries";
import { NoticeOf } from "@/ui/notice/NoticeOf";
import { desk } from "../notice/queries";
import { bidders } from "../roles";
import { useHolds } from "../useHolds";
import { CriteriaTable } from "./CriteriaTable";
import { openFacts } from "./factsOfPurchase";
import { shownPurchase, type BiddablePurchase } from "./queries";
import { purchaseStates } from "./states";

function next({ state, bids_due_at, actions }: BiddablePurchase, own: Bid[] | undefined): Waiting | undefined {
  const [bid] = own ?? [];
  const toOwn = { label: "查看我们的投标", to: `/projects/bids/${bid?.id}` };
  if (state !== "announced" || isPast(bids_due_at)) return bid && { what: "投标已截止", ways: [toOwn] };
  if (bid) return { what: "已投标，截止前可以修改或撤回；开标前谁也看不到内容", until: bids_due_at, ways: [toOwn] };
  return actions.length > 0 ? { what: "截止前投标；开标前谁也看不到内容", until: bids_due_at } : undefined;
}

export default function OpenPurchasePage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const mayBid = useHolds(bidders) === true;
  const { data: own } = useQuery({ ...bidsOf(id), enabled: mayBid });
  return (
    <RecordPage
      question={shownPurchase(id)}
      name={({ title }) => title}
      states={purchaseStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={(record) => (mayBid ? next(record, own) : undefined)}
      facts={openFacts}
      instead={() => ({ bids: () => void navigate(`/projects/bids/new?purchase_id=${id}`) })}
      tabs={(record) => [
        { key: "criteria", label: "评审因素", children: <CriteriaTable criteria={record.criteria} /> },
        ...(record.notice_id ? [{ key: "notice", label: "公示与异议", children: <NoticeOf desk={desk} id={record.notice_id} /> }] : []),
      ]}
    />
  );
}
