/** 起草合同 from the award of the purchase that the address names. */
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { yuan } from "@/ui/amounts";
import { Answered } from "@/ui/Answered";
import { EmptyState } from "@/ui/EmptyState";
import { FormPage } from "@/ui/FormPage";
import { purchase, type Purchase } from "../purchase/queries";
import { ContractFields, contractLabels, type ContractValues } from "./ContractFields";
import { draft, type Contract } from "./queries";
import { numbered, type StageRow } from "./StagesEditor";

function Loaded({ of }: { of: Purchase }) {
  const amount = of.awarded_fen ?? 0;
  return (
    <FormPage<ContractValues, Contract>
      title={`起草合同：${of.title}`}
      advice={`成交金额 ${yuan(amount)} 元即合同金额，分阶段验收、付款。保存草案后由购买方、承接方先后签署。`}
      draft={`projects/contract/new/${of.id}`}
      labels={contractLabels}
      initial={{ stages: [{} as StageRow] }}
      submit={(values) => draft(of.id, { ...values, stages: numbered(values.stages) })}
      done={({ id }) => `/projects/contracts/${id}`}
      act="保存草案"
    >
      <ContractFields amount={amount} />
    </FormPage>
  );
}

export default function ContractForm() {
  const id = useSearchParams()[0].get("purchase_id");
  const asked = useQuery({ ...purchase(id ?? ""), enabled: id !== null });
  if (!id) return <EmptyState page title="请从采购进入" advice="合同出自一次已成交的采购：打开采购，选“起草合同”。" />;
  return <Answered query={asked} rows={10}>{(of) => <Loaded of={of} />}</Answered>;
}
