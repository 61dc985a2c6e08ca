/** One bid: sealed until the opening, then with its plan, its points and its rank. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import type { Consequences } from "@/ui/ActionButtons";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { FileLinks } from "@/ui/FileLinks";
import { Moment } from "@/ui/Moment";
import { Money } from "@/ui/Money";
import type { Waiting } from "@/ui/NextStep";
import { OrganisationName } from "@/ui/OrganisationName";
import { RecordPage } from "@/ui/RecordPage";
import { PurchaseTitle } from "../purchase/PurchaseTitle";
import { publishedPurchase, type OpenPurchase } from "../purchase/queries";
import { spendingReaders } from "../roles";
import { useHolds } from "../useHolds";
import { bid, type Bid } from "./queries";
import { bidStates, points, pointsOf } from "./states";

function next({ state }: Bid, of: OpenPurchase | undefined): Waiting | undefined {
  if (state === "sealed") return { what: "已密封；截止前可以修改或撤回，截止后由采购经办开标", until: of?.bids_due_at, aside: ["revision"] };
  if (state === "withdrawn") return { what: "已撤回；截止前可以重新投标", until: of?.bids_due_at };
  return state === "opened" && of?.state === "opened" ? { what: "由评审小组评分", who: "评审专家" } : undefined;
}

const SEALED = "密封，开标后可见";

const figures = (shown: string | number | null) => <span className="figures">{shown ?? "—"}</span>;

const factsOf = (record: Bid, readsPurchases: boolean): Fact[] => [
  { label: "采购", value: <Link to={`/projects/${readsPurchases ? "" : "published/"}purchases/${record.purchase_id}`}><PurchaseTitle id={record.purchase_id} /></Link> },
  { label: "投标组织", value: <OrganisationName id={record.organisation_id} /> },
  { label: "投标时间", value: <Moment at={record.submitted_at} /> },
  { label: "报价", value: record.amount_fen === null ? SEALED : <Money fen={record.amount_fen} /> },
  ...(record.rank === null ? [] : [
    { label: "得分", value: figures(`价格 ${points(record.price_points)} + 质量 ${points(record.quality_points)} = ${pointsOf(record)}`) },
    { label: "名次", value: figures(record.rank) },
  ]),
  ...(record.excluded_because ? [{ label: "无效原因", value: record.excluded_because, wide: true }] : []),
  { label: "服务方案", value: record.plan === null ? SEALED : <span style={{ whiteSpace: "pre-line" }}>{record.plan}</span>, wide: true },
  { label: "投标附件", value: record.plan === null ? SEALED : <FileLinks service="projects" ids={record.attachment_ids ?? []} />, wide: true },
];

const consequences: Consequences = { withdrawal: "撤回后本次投标不参加开标；截止前可以重新投标。" };

export default function BidPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const readsPurchases = useHolds(spendingReaders) === true;
  const { data } = useQuery(bid(id));
  const { data: of } = useQuery({ ...publishedPurchase(data?.purchase_id ?? ""), enabled: data !== undefined });
  return (
    <RecordPage
      question={bid(id)}
      name={({ provider_name }) => `${provider_name} · 投标`}
      states={bidStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={(record) => next(record, of)}
      facts={(record) => factsOf(record, readsPurchases)}
      consequences={() => consequences}
      instead={({ purchase_id }) => ({
        revision: () => void navigate(`/projects/bids/${id}/revision`),
        score: () => void navigate(`/projects/purchases/${purchase_id}/scoring`),
      })}
    />
  );
}
