/** One announced purchase and what became of it, for everybody. */
import { useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { CriteriaTable } from "../purchase/CriteriaTable";
import { openFacts } from "../purchase/factsOfPurchase";
import { nextOfPurchase } from "../purchase/nextOfPurchase";
import { shownPurchase, type OpenPurchase } from "../purchase/queries";
import { purchaseStates } from "../purchase/states";

function next(record: OpenPurchase): Waiting | undefined {
  const ways = record.notice_id ? [{ label: "查看成交公示", to: `/public/notices/${record.notice_id}` }] : [];
  const waiting = nextOfPurchase(record);
  if (waiting) return { ...waiting, ways };
  return ways.length > 0 ? { what: "采购已结束", ways } : undefined;
}

export default function PublicPurchasePage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  return (
    <RecordPage
      question={shownPurchase(id)}
      name={({ title }) => title}
      states={purchaseStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={next}
      facts={openFacts}
      instead={() => ({ bids: () => void navigate(`/projects/bids/new?purchase_id=${id}`) })}
      tabs={(record) => [{ key: "criteria", label: "评审因素", children: <CriteriaTable criteria={record.criteria} /> }]}
    />
  );
}
