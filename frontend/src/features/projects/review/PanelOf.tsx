/** 评审小组: who sits on it, and who has declared; once the review is over, who gave how many points. */
import { useQuery } from "@tanstack/react-query";
import { Answered } from "@/ui/Answered";
import { Moment } from "@/ui/Moment";
import { StaffName } from "@/ui/StaffName";
import { StateTag, type States } from "@/ui/StateTag";
import { WideTable } from "@/ui/WideTable";
import type { Purchase } from "../purchase/queries";
import { panelOf, scoresOf, type Panelist } from "./queries";

type Seat = "undeclared" | "free" | "conflicted";

const seats: States<Seat> = {
  undeclared: { label: "未声明", tone: "neutral" },
  free: { label: "无利益冲突", tone: "good" },
  conflicted: { label: "应当回避", tone: "alarm" },
};

const seatOf = ({ conflicted }: Panelist): Seat => (conflicted === null ? "undeclared" : conflicted ? "conflicted" : "free");

export function PanelOf({ purchase }: { purchase: Purchase }) {
  const scored = useQuery({ ...scoresOf(purchase.id), enabled: purchase.opened_at !== null }).data ?? [];
  const given = (account: string) => scored.filter(({ account_id }) => account_id === account).length;
  return (
    <Answered query={useQuery(panelOf(purchase.id))}>
      {(panel) => (
        <>
          <WideTable<Panelist>
            label="评审小组"
            dataSource={panel}
            locale={{ emptyText: "还没有组成评审小组" }}
            columns={[
              { title: "专家", render: (_name: unknown, { account_id }) => <StaffName id={account_id} /> },
              { title: "利益冲突声明", render: (_seat: unknown, one) => <StateTag states={seats} state={seatOf(one)} /> },
              { title: "声明时间", render: (_at: unknown, { declared_at }) => <Moment at={declared_at} /> },
              { title: "已评投标", align: "right", render: (_scored: unknown, { account_id }) => <span className="figures">{purchase.opened_at ? given(account_id) : "—"}</span> },
            ]}
          />
          {purchase.state === "opened" && <p className="muted">结束评审前，各人只看得到自己的评分。</p>}
        </>
      )}
    </Answered>
  );
}
