/** One announced purchase and what became of it, for everybody. */
import { Link, useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { RecordPage } from "@/ui/RecordPage";
import { isPast } from "@/ui/times";
import { CriteriaTable } from "../purchase/CriteriaTable";
import { openFacts } from "../purchase/factsOfPurchase";
import { shownPurchase, type OpenPurchase } from "../purchase/queries";
import { purchaseStates } from "../purchase/states";

/** What a visitor does with it: how to bid while bids are taken, and where its result lies open. */
function factsOf(record: OpenPurchase): Fact[] {
  const { id, state, bids_due_at, notice_id, invited_only } = record;
  const desk = `/sign-in?to=${encodeURIComponent(`/projects/published/purchases/${id}`)}`;
  const bidding = state === "announced" && !isPast(bids_due_at);
  return [
    ...(bidding ? [{ label: "如何投标", value: <>{invited_only ? "仅受邀供应商投标：受邀社会组织" : "已登记社会组织"}的负责人<Link to={desk}>登录后投标</Link>：填写报价和服务方案，上传附件。投标密封到开标，截止前可以修改或撤回；对采购有疑问的，截止前向联系处室询问。</>, wide: true }] : []),
    ...(notice_id ? [{ label: "成交公示", value: <Link to={`/public/notices/${notice_id}`}>查看成交公示</Link> }] : []),
    ...openFacts(record),
  ];
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
      facts={factsOf}
      instead={() => ({ bids: () => void navigate(`/projects/bids/new?purchase_id=${id}`) })}
      tabs={(record) => [{ key: "criteria", label: "评审因素", children: <CriteriaTable criteria={record.criteria} /> }]}
    />
  );
}
