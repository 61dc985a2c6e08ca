/** One purchase as its officers and experts see it: what is next, the bids once they are opened, the panel, the notice. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { bid, bidsOf } from "../bid/queries";
import { BidsOfPurchase } from "../bid/BidsOfPurchase";
import { useMoneyChain } from "../moneyChain";
import { NoticeOf } from "@/ui/notice/NoticeOf";
import { desk } from "../notice/queries";
import { DeclarationDialog } from "../review/DeclarationDialog";
import { PanelDialog } from "../review/PanelDialog";
import { PanelOf } from "../review/PanelOf";
import { ScoresOf } from "../review/ScoresOf";
import { panelOf } from "../review/queries";
import { bidReaders, purchasers, reviewReaders, scorers } from "../roles";
import { useHolds } from "../useHolds";
import { consequencesOf } from "./consequences";
import { CriteriaTable } from "./CriteriaTable";
import { factsOfPurchase } from "./factsOfPurchase";
import { nextOfPurchase } from "./nextOfPurchase";
import { purchase, type Purchase } from "./queries";
import { purchaseStates } from "./states";
import { useMethod } from "./useMethod";

/** What stands beside the record: the notice of its result, and the bid that is to be awarded. */
function useBeside(id: string) {
  const { data: record } = useQuery(purchase(id));
  const readsBids = useHolds(bidReaders) === true;
  const { data: announced } = useQuery({ ...desk.notice(record?.notice_id ?? ""), enabled: Boolean(record?.notice_id) });
  const { data: proposed } = useQuery({ ...bid(record?.proposed_bid_id ?? ""), enabled: readsBids && Boolean(record?.proposed_bid_id) });
  const { steps, spending } = useMoneyChain("采购", record);
  return { readsBids, announced, proposed, steps, contracts: spending?.contracts };
}

/** Whether the reader is offered a bid to score. */
function useScores(id: string): boolean {
  const isScorer = useHolds(scorers) === true;
  const { data: bids } = useQuery({ ...bidsOf(id), enabled: isScorer });
  return bids?.some(({ actions }) => actions.some(({ name }) => name === "score")) === true;
}

export default function PurchasePage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const mayScore = useScores(id);
  const isPurchaser = useHolds(purchasers) === true;
  const isReviewer = useHolds(reviewReaders) === true;
  const { readsBids, announced, proposed, steps, contracts } = useBeside(id);
  const rule = useMethod(useQuery(purchase(id)).data?.method);
  const { data: panel } = useQuery({ ...panelOf(id), enabled: isPurchaser });
  // Once somebody sits on the panel, the review waits for its members: composing it anew is for when one drops out.
  const aside = panel?.length ? ["panel"] : [];

  function next(record: Purchase): Waiting | undefined {
    const known = nextOfPurchase(record, announced, rule);
    const waiting = known && { ...known, aside };
    if (mayScore && waiting) return { ...waiting, ways: [{ label: "评分", to: `/projects/purchases/${id}/scoring`, isMain: true }] };
    const isContracted = !contracts || contracts.some(({ purchase_id }) => purchase_id === id);
    if (record.state !== "awarded" || isContracted) return waiting;
    const way = { label: "起草合同", to: `/projects/contracts/new?purchase_id=${id}`, isMain: true };
    return { what: "按成交结果起草合同", who: "采购经办", ways: isPurchaser ? [way] : [] };
  }

  return (
    <RecordPage
      question={purchase(id)}
      name={({ title }) => title}
      states={purchaseStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={() => steps}
      next={next}
      facts={factsOfPurchase}
      consequences={(record) => consequencesOf(record, proposed)}
      tabs={(record) => [
        { key: "criteria", label: "评审因素", children: <CriteriaTable criteria={record.criteria} /> },
        ...(record.opened_at && readsBids ? [{ key: "bids", label: `投标 ${record.bids ?? 0}`, children: <BidsOfPurchase purchase={record} /> }] : []),
        ...(record.state === "draft" || !readsBids ? [] : [{ key: "panel", label: "评审小组", children: <PanelOf purchase={record} /> }]),
        ...(record.proposed_at && isReviewer ? [{ key: "scores", label: "评分与意见", children: <ScoresOf purchase={record} /> }] : []),
        ...(record.notice_id ? [{ key: "notice", label: "公示与异议", children: <NoticeOf desk={desk} id={record.notice_id} /> }] : []),
      ]}
      instead={() => ({ revision: () => void navigate(`/projects/purchases/${id}/revision`) })}
      dialogs={{
        panel: ({ record, ...asked }) => <PanelDialog purchase={record} {...asked} />,
        declaration: ({ record, ...asked }) => <DeclarationDialog purchase={record} {...asked} />,
      }}
    />
  );
}
