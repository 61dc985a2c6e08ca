/** 合同: with whom, for how much, until when, and how many of the stages are accepted. */
import { useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Money } from "@/ui/Money";
import { StateTag } from "@/ui/StateTag";
import { OfProject } from "../OfProject";
import { contractList, type Contract, type ContractQuery } from "./queries";
import { contractStates } from "./states";

const filters: Filter<ContractQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(contractStates) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const passed = ({ stages }: Contract) => stages.filter(({ state }) => state === "passed").length;

const columns: Column<Contract>[] = [
  { key: "title", title: "合同", value: ({ title }) => title },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={contractStates} state={state} /> },
  { key: "number", title: "合同编号", value: ({ number }) => <span className="figures">{number}</span> },
  { key: "provider", title: "承接方", value: ({ provider_name }) => provider_name },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "amount", title: "金额", value: ({ amount_fen }) => <Money fen={amount_fen} />, number: true },
  { key: "stages", title: "验收", value: (contract) => `${passed(contract)} / ${contract.stages.length} 个阶段` },
  { key: "period", title: "期限", value: ({ starts_on, ends_on }) => <span className="figures">{starts_on} 至 {ends_on}</span> },
  { key: "sign_by", title: "最迟签订", value: ({ sign_by }) => <span className="figures">{sign_by}</span>, extra: true },
];

export default function ContractList() {
  const [params] = useSearchParams();
  return (
    <>
      <OfProject of="合同" />
      <ListPage
        title="合同"
        list={contractList}
        columns={columns}
        filters={filters}
        fixed={fixedBy<ContractQuery>(params, ["project_id", "purchase_id"])}
        open={({ id }) => `/projects/contracts/${id}`}
        empty={{ title: "还没有合同", advice: "采购成交后，在采购页起草合同，双方签署后在这里跟踪履行。" }}
      />
    </>
  );
}
