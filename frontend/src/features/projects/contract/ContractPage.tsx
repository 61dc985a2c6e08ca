/** One contract: its stages and how far each is, its changes, and who signs, delivers or accepts next. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import type { Consequences } from "@/ui/ActionButtons";
import { yuan } from "@/ui/amounts";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import { Money } from "@/ui/Money";
import { OrganisationName } from "@/ui/OrganisationName";
import { RecordPage } from "@/ui/RecordPage";
import { AcceptancesOf } from "../acceptance/AcceptancesOf";
import { useMoneyChain } from "../moneyChain";
import { PaymentsOf } from "../payment/PaymentsOf";
import { ChangesOf } from "./ChangesOf";
import { nextOfContract } from "./nextOfContract";
import { contract, type Contract } from "./queries";
import { StagesTable } from "./StagesTable";
import { contractStates } from "./states";

const facts = (record: Contract): Fact[] => [
  { label: "合同金额", value: <><Money fen={record.amount_fen} />{record.amount_fen !== record.original_fen && <span className="muted">（原 {yuan(record.original_fen)} 元）</span>}</> },
  { label: "承接方", value: <OrganisationName id={record.organisation_id} /> },
  { label: "期限", value: <span className="figures">{record.starts_on} 至 {record.ends_on}</span> },
  { label: "最迟签订", value: <span className="figures">{record.sign_by}</span> },
  { label: "购买方签署", value: <Moment at={record.offered_at} /> },
  { label: "承接方签署", value: <Moment at={record.signed_at} /> },
  { label: "依据", value: <Link to={`/projects/published/purchases/${record.purchase_id}`}>采购公告与结果</Link> },
  ...(record.ended_at ? [{ label: record.state === "completed" ? "履行完毕" : "终止时间", value: <Moment at={record.ended_at} /> }] : []),
  ...(record.ended_because ? [{ label: "终止原因", value: record.ended_because, wide: true }] : []),
];

const consequencesOf = ({ title, amount_fen, provider_name }: Contract): Consequences => ({
  offer: `以购买方签署“${title}”（${yuan(amount_fen)} 元），交 ${provider_name} 签署；签署后条款只能按变更程序修改。`,
  signature: `以承接方签署“${title}”（${yuan(amount_fen)} 元）；签署后合同生效，不能撤回。`,
});

export default function ContractPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const { data } = useQuery(contract(id));
  const { steps, spending } = useMoneyChain("合同", data);
  return (
    <RecordPage
      question={contract(id)}
      name={({ title }) => title}
      states={contractStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      number={({ number }) => number}
      chain={() => steps}
      next={(record) => nextOfContract(record, spending?.acceptances)}
      facts={facts}
      consequences={consequencesOf}
      tabs={(record) => [
        { key: "stages", label: "阶段", children: <StagesTable stages={record.stages} /> },
        { key: "acceptances", label: "验收", children: <AcceptancesOf contractId={id} /> },
        { key: "payments", label: "支付", children: <PaymentsOf contractId={id} /> },
        { key: "changes", label: "变更", children: <ChangesOf contract={record} /> },
      ]}
      instead={() => ({
        revision: () => void navigate(`/projects/contracts/${id}/revision`),
        changes: () => void navigate(`/projects/contracts/${id}/changes/new`),
        acceptances: () => void navigate(`/projects/acceptances/new?contract_id=${id}`),
      })}
    />
  );
}
