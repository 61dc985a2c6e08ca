/** The opened bids of a purchase, by rank once they are ranked. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { Money } from "@/ui/Money";
import { StateTag } from "@/ui/StateTag";
import { WideTable } from "@/ui/WideTable";
import { bidsOf, type Bid } from "./queries";
import { bidStates, points, pointsOf } from "./states";

const byRank = (one: Bid, other: Bid) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || one.submitted_at.localeCompare(other.submitted_at);

const figures = (shown: string | number | null) => <span className="figures">{shown ?? "—"}</span>;

export function BidsOfPurchase({ purchase }: { purchase: { id: string; proposed_bid_id?: string | null; awarded_at?: string | null } }) {
  return (
    <Answered query={useQuery(bidsOf(purchase.id))}>
      {(bids) => (
        <WideTable<Bid>
          label="投标"
          dataSource={[...bids].sort(byRank)}
          locale={{ emptyText: "没有有效的投标" }}
          columns={[
            { title: "名次", align: "right", render: (_rank: unknown, { rank }) => figures(rank) },
            { title: "投标组织", render: (_name: unknown, { id, provider_name }) => <><Link to={`/projects/bids/${id}`}>{provider_name}</Link>{id === purchase.proposed_bid_id && (purchase.awarded_at ? "（成交）" : "（拟成交）")}</> },
            { title: "状态", render: (_state: unknown, { state }) => <StateTag states={bidStates} state={state} /> },
            { title: "报价", align: "right", render: (_amount: unknown, { amount_fen }) => <Money fen={amount_fen} /> },
            { title: "价格分", align: "right", render: (_price: unknown, one) => figures(points(one.price_points)) },
            { title: "质量分", align: "right", render: (_quality: unknown, one) => figures(points(one.quality_points)) },
            { title: "总分", align: "right", render: (_total: unknown, one) => <strong>{figures(pointsOf(one))}</strong> },
          ]}
        />
      )}
    </Answered>
  );
}
