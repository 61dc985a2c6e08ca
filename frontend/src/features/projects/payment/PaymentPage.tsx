/** One payment: the stage's amount by the residents' share as a sum anybody can do again, and who does what next. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import type { Consequences } from "@/ui/ActionButtons";
import { yuan } from "@/ui/amounts";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import { OrganisationName } from "@/ui/OrganisationName";
import { RecordPage } from "@/ui/RecordPage";
import { StaffName } from "@/ui/StaffName";
import { ContractTitle } from "../contract/ContractTitle";
import { useMoneyChain } from "../moneyChain";
import { formula, millionths } from "../ppm";
import { surveyReaders } from "../roles";
import { useHolds } from "../useHolds";
import { MakingDialog } from "./MakingDialog";
import { nextOfPayment } from "./nextOfPayment";
import { payment, type Payment } from "./queries";
import { ShareDialog } from "./ShareDialog";
import { paymentStates } from "./states";

function amountOf({ stage_fen, share_ppm, amount_fen }: Payment) {
  if (share_ppm === null || amount_fen === null) return `${yuan(stage_fen)} 元 × 待定比例`;
  return <strong>{formula(stage_fen, share_ppm, amount_fen)}</strong>;
}

/** A share that two people decided says so: few answers carry none of their own. */
function shareBy({ share_ppm, proposed_ppm, proposed_by, confirmed_by, answered }: Payment) {
  if (proposed_ppm === null && share_ppm === null) return `${answered === 0 ? "没有居民作答" : `答卷仅 ${answered} 份`}，应付比例由两人决定，尚未提出`;
  if (proposed_ppm === null) return `按 ${answered} 份居民答卷计算`;
  return <>{answered === 0 ? "没有居民作答" : `答卷仅 ${answered} 份`}，由两人决定：{proposed_by && <StaffName id={proposed_by} />}提出{confirmed_by && <>，<StaffName id={confirmed_by} />确认</>}</>;
}

const Done = ({ by, at }: { by: string | null; at: string | null }) => <>{by && <><StaffName id={by} /> </>}<Moment at={at} /></>;

const factsOf = (record: Payment, opensSurvey: boolean): Fact[] => [
  { label: "应付金额", value: amountOf(record), wide: true },
  { label: "应付比例", value: shareBy(record) },
  ...(opensSurvey ? [{ label: "满意度调查", value: <Link to={`/assessment/surveys/${record.survey_id}`}>调查结果</Link> }] : []),
  { label: "收款组织", value: <OrganisationName id={record.organisation_id} /> },
  { label: "验收", value: <Link to={`/projects/acceptances/${record.acceptance_id}`}>第 {record.stage_no} 阶段验收{opensSurvey ? "" : "（含居民满意度调查结果）"}</Link> },
  { label: "合同", value: <Link to={`/projects/contracts/${record.contract_id}`}><ContractTitle id={record.contract_id} /></Link> },
  { label: "列为应付", value: <Moment at={record.due_at} /> },
  { label: "制单", value: <Done by={record.requested_by} at={record.requested_at} /> },
  { label: "付款", value: <Done by={record.made_by} at={record.made_at} /> },
  { label: "国库支付编号", value: record.reference },
  ...(record.proposed_because ? [{ label: `提出 ${millionths(record.proposed_ppm ?? 0)} 的理由`, value: record.proposed_because, wide: true }] : []),
  ...(record.returned_because ? [{ label: "退回理由", value: record.returned_because, wide: true }] : []),
];

const consequencesOf = (record: Payment): Consequences => ({
  "share-confirmation": `确认“${record.title}”按 ${millionths(record.proposed_ppm ?? 0)} 应付；其余退回项目预算，确认不能撤回。`,
  request: `为“${record.title}”制单：${yuan(record.amount_fen ?? 0)} 元；由另一人核对后付款。`,
});

export default function PaymentPage() {
  const { id = "" } = useParams();
  const opensSurvey = useHolds(surveyReaders) === true;
  const { data } = useQuery(payment(id));
  const { steps } = useMoneyChain("支付", data);
  return (
    <RecordPage
      question={payment(id)}
      name={({ title }) => `${title} · 付款`}
      states={paymentStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={() => steps}
      next={nextOfPayment}
      facts={(record) => factsOf(record, opensSurvey)}
      consequences={consequencesOf}
      dialogs={{
        share: ({ record, ...asked }) => <ShareDialog payment={record} {...asked} />,
        making: ({ record, ...asked }) => <MakingDialog payment={record} {...asked} />,
      }}
    />
  );
}
