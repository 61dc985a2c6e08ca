/** One acceptance: what was shown, what is to be put right, what the residents answered, and who inspects until when. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import { OrganisationName } from "@/ui/OrganisationName";
import { RecordPage } from "@/ui/RecordPage";
import { contract, type Contract } from "../contract/queries";
import { ContractTitle } from "../contract/ContractTitle";
import { useMoneyChain } from "../moneyChain";
import { PaymentsOf } from "../payment/PaymentsOf";
import { millionths } from "../ppm";
import { surveyReaders } from "../roles";
import { useHolds } from "../useHolds";
import { cautionsOf, stageOf } from "./cautions";
import { CorrectionDialog } from "./CorrectionDialog";
import { EvidenceTable } from "./EvidenceTable";
import { FindingsTable } from "./FindingsTable";
import { nextOfAcceptance } from "./nextOfAcceptance";
import { PassingDialog } from "./PassingDialog";
import { acceptance, type Acceptance } from "./queries";
import { acceptanceStates } from "./states";

const RULE = "下限是按作答份数从严估计的满意度，达到标准付全额，不足的按比例少付；标准和依据见调查结果";

function satisfactionOf({ survey }: Acceptance) {
  if (!survey) return "调查未结束，结束后才能通过验收";
  const { answered, drawn, satisfied, bound_ppm, share_ppm } = survey;
  const result = bound_ppm === null || share_ppm === null ? "答卷太少，应付比例由两人决定" : `满意度下限 ${millionths(bound_ppm)}，应付比例 ${millionths(share_ppm)}。${RULE}`;
  return `${answered} / ${drawn} 份作答${satisfied === null ? "" : `，其中满意 ${satisfied} 份`}；${result}`;
}

function factsOf(record: Acceptance, opensSurvey: boolean, under: Contract | undefined): Fact[] {
  const { activity_ids } = record;
  const cautions = record.state === "passed" ? [] : cautionsOf(record, stageOf(record, under?.stages));
  return [
    ...(cautions.length > 0 ? [{ label: "验收前请留意", value: `${cautions.join("；")}。`, wide: true }] : []),
    { label: "合同", value: <Link to={`/projects/contracts/${record.contract_id}`}><ContractTitle id={record.contract_id} /></Link> },
    { label: "承接方", value: <OrganisationName id={record.organisation_id} /> },
    { label: "申请时间", value: <Moment at={record.requested_at} /> },
    { label: "验收期限", value: <span className="figures">{record.inspect_by}</span> },
    { label: "本阶段活动", value: activity_ids.length === 0 ? "没有已举办的活动" : activity_ids.map((id, place) => <span key={id}>{place > 0 && "、"}<Link to={`/projects/activities/${id}`}>活动 {place + 1}</Link></span>) },
    ...(record.passed_at ? [{ label: "通过时间", value: <Moment at={record.passed_at} /> }] : []),
    { label: "居民满意度", value: satisfactionOf(record), wide: true },
    ...(record.survey && opensSurvey ? [{ label: "满意度调查", value: <Link to={`/assessment/surveys/${record.survey.survey_id}`}>调查结果</Link> }] : []),
    ...(record.opinion ? [{ label: "验收意见", value: record.opinion, wide: true }] : []),
  ];
}

export default function AcceptancePage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const opensSurvey = useHolds(surveyReaders) === true;
  const { data } = useQuery(acceptance(id));
  const { data: under } = useQuery({ ...contract(data?.contract_id ?? ""), enabled: data !== undefined });
  const { steps, spending } = useMoneyChain("验收", data);
  const due = spending?.payments.find(({ acceptance_id }) => acceptance_id === id);
  return (
    <RecordPage
      question={acceptance(id)}
      name={({ title }) => title}
      states={acceptanceStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={() => steps}
      next={(record) => nextOfAcceptance(record, due)}
      facts={(record) => factsOf(record, opensSurvey, under)}
      tabs={(record) => [
        { key: "evidence", label: "验收材料", children: <EvidenceTable evidence={record.evidence} /> },
        { key: "findings", label: `整改 ${record.findings.length}`, children: <FindingsTable findings={record.findings} /> },
        { key: "payments", label: "支付", children: <PaymentsOf contractId={record.contract_id} /> },
      ]}
      instead={() => ({ resubmission: () => void navigate(`/projects/acceptances/${id}/resubmission`) })}
      dialogs={{
        passing: ({ record, ...asked }) => <PassingDialog acceptance={record} stage={stageOf(record, under?.stages)} {...asked} />,
        correction: ({ record, ...asked }) => <CorrectionDialog acceptance={record} {...asked} />,
      }}
    />
  );
}
