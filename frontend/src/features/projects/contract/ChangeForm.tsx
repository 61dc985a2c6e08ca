/** 提出变更: on a ground that the law knows, to terms that the other side has to agree to. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { DayInput } from "@/ui/DayInput";
import { FormPage } from "@/ui/FormPage";
import { contract, grounds, proposeChange, type Change, type ChangeIn, type Contract } from "./queries";
import { asRows, numbered, StagesEditor, type StageRow } from "./StagesEditor";

type Values = Omit<ChangeIn, "stages"> & { stages: StageRow[] };

const labels = { ground: "变更事由", reason: "变更理由", ends_on: "结束日期", stages: "阶段" };

function Loaded({ of }: { of: Contract }) {
  const known = useQuery({ ...grounds, staleTime: Infinity }).data ?? [];
  const settled = of.stages.filter(({ state }) => state !== "pending").length;
  return (
    <FormPage<Values, Change>
      title={`变更合同：${of.title}`}
      advice="填写变更后的全部阶段；由合同另一方同意后生效，不同意的合同照旧。"
      draft={`projects/contract/${of.id}/change`}
      version={of.version}
      labels={labels}
      initial={{ ends_on: of.ends_on, stages: asRows(of.stages) }}
      submit={(values, version) => proposeChange({ id: of.id, version }, { ...values, stages: numbered(values.stages) })}
      done={() => `/projects/contracts/${of.id}?tab=changes`}
      act="提出变更"
    >
      <Form.Item name="ground" label={labels.ground} rules={[{ required: true, message: "请选择变更事由" }]}>
        <Select options={known.map(({ code, name, article }) => ({ value: code, label: `${name}（${article}）` }))} placeholder="法定或约定的事由" />
      </Form.Item>
      <Form.Item name="reason" label={labels.reason} rules={[{ required: true, whitespace: true, min: 10, message: "请写明理由，至少十个字" }]}>
        <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} showCount />
      </Form.Item>
      <Form.Item name="ends_on" label={labels.ends_on} rules={[{ required: true, message: "请选择结束日期" }]}><DayInput /></Form.Item>
      <StagesEditor target={of.amount_fen} settled={settled} />
    </FormPage>
  );
}

export default function ChangeForm() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(contract(id))} rows={10}>{(of) => <Loaded of={of} />}</Answered>;
}
