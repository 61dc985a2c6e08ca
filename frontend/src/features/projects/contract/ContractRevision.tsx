/** 修改合同草案, before either side has signed. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { yuan } from "@/ui/amounts";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { ContractFields, contractLabels, type ContractValues } from "./ContractFields";
import { contract, revise, type Contract } from "./queries";
import { asRows, numbered } from "./StagesEditor";

function Loaded({ of }: { of: Contract }) {
  const { id, number, starts_on, ends_on, stages, amount_fen } = of;
  return (
    <FormPage<ContractValues, Contract>
      title={`修改 ${of.title}`}
      advice={`合同金额 ${yuan(amount_fen)} 元。任何一方签署后，条款只能按变更程序修改。`}
      draft={`projects/contract/${id}/revision`}
      version={of.version}
      labels={contractLabels}
      initial={{ number, starts_on, ends_on, stages: asRows(stages) }}
      submit={(values, version) => revise({ id, version }, { ...values, stages: numbered(values.stages) })}
      done={() => `/projects/contracts/${id}`}
      act="保存修改"
    >
      <ContractFields amount={amount_fen} />
    </FormPage>
  );
}

export default function ContractRevision() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(contract(id))} rows={10}>{(of) => <Loaded of={of} />}</Answered>;
}
