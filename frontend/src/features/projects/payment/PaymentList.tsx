/** 支付: what is owed for which accepted stage, and what of it is paid. */
import { useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Moment } from "@/ui/Moment";
import { Money } from "@/ui/Money";
import { OrganisationName } from "@/ui/OrganisationName";
import { StateTag } from "@/ui/StateTag";
import { OfContract, OfProject } from "../OfProject";
import { millionths } from "../ppm";
import { paymentList, type Payment, type PaymentQuery } from "./queries";
import { paymentStates } from "./states";

const filters: Filter<PaymentQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(paymentStates) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const columns: Column<Payment>[] = [
  { key: "title", title: "款项", value: ({ title }) => title },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={paymentStates} state={state} /> },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "organisation", title: "收款组织", value: ({ organisation_id }) => <OrganisationName id={organisation_id} /> },
  { key: "stage", title: "阶段金额", value: ({ stage_fen }) => <Money fen={stage_fen} />, number: true },
  { key: "share", title: "应付比例", value: ({ share_ppm }) => (share_ppm === null ? "待定" : millionths(share_ppm)), number: true },
  { key: "amount", title: "应付金额", value: ({ amount_fen }) => (amount_fen === null ? "—" : <Money fen={amount_fen} />), number: true },
  { key: "due", title: "应付时间", value: ({ due_at }) => <Moment at={due_at} /> },
  { key: "made", title: "付款时间", value: ({ made_at }) => <Moment at={made_at} />, extra: true },
];

export default function PaymentList() {
  const [params] = useSearchParams();
  return (
    <>
      <OfProject of="支付" />
      <OfContract of="支付" />
      <ListPage
        title="支付"
        list={paymentList}
        columns={columns}
        filters={filters}
        fixed={fixedBy<PaymentQuery>(params, ["project_id", "contract_id"])}
        open={({ id }) => `/projects/payments/${id}`}
        empty={{ title: "还没有应付款", advice: "阶段验收通过后，按居民满意度应付的款项列在这里，由两人制单、付款。" }}
      />
    </>
  );
}
