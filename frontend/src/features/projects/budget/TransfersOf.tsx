/** Every transfer of a budget, the latest first: its balances are their sums. */
import { useQuery } from "@tanstack/react-query";
import { Answered } from "@/ui/Answered";
import { Moment } from "@/ui/Moment";
import { Money } from "@/ui/Money";
import { WideTable } from "@/ui/WideTable";
import { transfersOf, type Transfer } from "./queries";
import { accounts } from "./states";

export function TransfersOf({ id }: { id: string }) {
  return (
    <Answered query={useQuery(transfersOf(id))}>
      {({ items, next }) => (
        <>
          <WideTable<Transfer>
            label="记账"
            dataSource={items}
            locale={{ emptyText: "还没有记账" }}
            columns={[
              { title: "时间", render: (_at: unknown, { posted_at }) => <Moment at={posted_at} /> },
              { title: "从", render: (_source: unknown, { source }) => accounts[source] },
              { title: "到", render: (_target: unknown, { target }) => accounts[target] },
              { title: "金额", align: "right", render: (_amount: unknown, { amount_fen }) => <Money fen={amount_fen} /> },
              { title: "依据", render: (_ground: unknown, { ground }) => ground },
            ]}
          />
          {next && <p className="muted">只列最近 {items.length} 笔。</p>}
        </>
      )}
    </Answered>
  );
}
