/** 申请阶段验收: of the contract that the address names, with everything that it asks to be shown for the stage. */
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { useSearchParams } from "react-router";
import { yuan } from "@/ui/amounts";
import { Answered } from "@/ui/Answered";
import { EmptyState } from "@/ui/EmptyState";
import { FormPage } from "@/ui/FormPage";
import { contract, type Contract, type Stage } from "../contract/queries";
import { EvidenceFields, shown, type EvidenceValues } from "./EvidenceFields";
import { request, type Acceptance } from "./queries";

type Values = EvidenceValues & { stage_no: number };

const labels = { stage_no: "阶段", evidence: "验收材料" };

const describe = ({ no, name, amount_fen, due_on }: Stage) => `${no}. ${name}（${yuan(amount_fen)} 元，${due_on} 前）`;

function EvidenceOf({ stages }: { stages: Stage[] }) {
  const no = Form.useWatch<number | undefined>("stage_no");
  return <EvidenceFields names={stages.find((stage) => stage.no === no)?.evidence ?? []} />;
}

function Loaded({ of }: { of: Contract }) {
  const pending = of.stages.filter(({ state }) => state === "pending");
  const namesOf = (no: number) => of.stages.find((stage) => stage.no === no)?.evidence ?? [];
  if (pending.length === 0) return <EmptyState page title="没有可以申请验收的阶段" advice="各阶段都已申请验收或验收通过。" />;
  return (
    <FormPage<Values, Acceptance>
      title={`申请阶段验收：${of.title}`}
      advice="按合同逐项说明材料、上传附件；申请后向本阶段活动的全部参与居民发出满意度调查，调查结束后由经办验收。"
      draft={`projects/acceptance/new/${of.id}`}
      version={of.version}
      labels={labels}
      initial={{ stage_no: pending[0]?.no }}
      submit={(values, version) => request({ id: of.id, version }, { stage_no: values.stage_no, evidence: shown(namesOf(values.stage_no), values) })}
      done={({ id }) => `/projects/acceptances/${id}`}
      act="申请验收"
    >
      <Form.Item name="stage_no" label={labels.stage_no} rules={[{ required: true, message: "请选择阶段" }]}>
        <Select options={pending.map((stage) => ({ value: stage.no, label: describe(stage) }))} />
      </Form.Item>
      <EvidenceOf stages={of.stages} />
    </FormPage>
  );
}

export default function AcceptanceForm() {
  const id = useSearchParams()[0].get("contract_id");
  const asked = useQuery({ ...contract(id ?? ""), enabled: id !== null });
  if (!id) return <EmptyState page title="请从合同进入" advice="验收属于一份履行中的合同：打开合同，选“申请阶段验收”。" />;
  return <Answered query={asked} rows={8}>{(of) => <Loaded of={of} />}</Answered>;
}
