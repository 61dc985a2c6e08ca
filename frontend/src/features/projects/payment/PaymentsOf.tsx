/** The payments of a contract, the latest first. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { Money } from "@/ui/Money";
import { StateTag } from "@/ui/StateTag";
import { WideTable } from "@/ui/WideTable";
import { millionths } from "../ppm";
import { paymentsOf, type Payment } from "./queries";
import { paymentStates } from "./states";

export function PaymentsOf({ contractId }: { contractId: string }) {
  return (
    <Answered query={useQuery(paymentsOf(contractId))}>
      {({ items }) => (
        <WideTable<Payment>
          label="支付"
          dataSource={items}
          locale={{ emptyText: "还没有应付款；阶段验收通过后列在这里" }}
          columns={[
            { title: "款项", render: (_title: unknown, { id, title }) => <Link to={`/projects/payments/${id}`}>{title}</Link> },
            { title: "状态", render: (_state: unknown, { state }) => <StateTag states={paymentStates} state={state} /> },
            { title: "阶段金额", align: "right", render: (_stage: unknown, { stage_fen }) => <Money fen={stage_fen} /> },
            { title: "应付比例", align: "right", render: (_share: unknown, { share_ppm }) => <span className="figures">{share_ppm === null ? "—" : millionths(share_ppm)}</span> },
            { title: "应付金额", align: "right", render: (_amount: unknown, { amount_fen }) => <Money fen={amount_fen} /> },
          ]}
        />
      )}
    </Answered>
  );
}
