/** 评分与意见: what each expert gave each bid, and why; only one's own until the review is concluded. */
import { useQuery } from "@tanstack/react-query";
import { StaffName } from "@/ui/StaffName";
import { WideTable } from "@/ui/WideTable";
import { bidsOf } from "../bid/queries";
import type { Purchase } from "../purchase/queries";
import { scoresOf, type Score } from "./queries";

export function ScoresOf({ purchase }: { purchase: Purchase }) {
  const bids = useQuery(bidsOf(purchase.id)).data ?? [];
  const { data: scores = [], isLoading } = useQuery(scoresOf(purchase.id));
  const place = (id: string) => bids.findIndex((bid) => bid.id === id);
  const named = (id: string) => bids[place(id)]?.provider_name ?? "—";
  const criteria = purchase.criteria.filter(({ kind }) => kind === "quality");
  const total = ({ points }: Score) => Object.values(points).reduce((sum, each) => sum + each, 0);
  return (
    <WideTable<Score>
      label="评分与评审意见"
      loading={isLoading}
      dataSource={[...scores].sort((one, other) => place(one.bid_id) - place(other.bid_id))}
      locale={{ emptyText: "还没有可以查看的评分" }}
      columns={[
        { title: "投标组织", render: (_name: unknown, { bid_id }) => named(bid_id) },
        { title: "专家", render: (_expert: unknown, { account_id }) => <StaffName id={account_id} /> },
        ...criteria.map(({ code, name, points: most }) => ({
          title: `${name}（${most} 分）`,
          align: "right" as const,
          render: (_points: unknown, { points }: Score) => <span className="figures">{points[code] ?? "—"}</span>,
        })),
        { title: "合计", align: "right", render: (_total: unknown, one) => <strong className="figures">{total(one)}</strong> },
        { title: "评审意见", render: (_comment: unknown, { comment }) => comment || "—" },
      ]}
    />
  );
}
