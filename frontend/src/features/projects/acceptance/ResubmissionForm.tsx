/** 提交整改结果: a reply to every open finding, and the evidence as it is now. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { EvidenceFields, shown, type EvidenceValues } from "./EvidenceFields";
import { acceptance, resubmit, type Acceptance } from "./queries";

type Values = EvidenceValues & { replies: { text: string }[] };

const labels = { replies: "整改答复", evidence: "验收材料" };

function Loaded({ of }: { of: Acceptance }) {
  const open = of.findings.filter(({ state }) => state === "open");
  const names = of.evidence.map(({ name }) => name);
  return (
    <FormPage<Values, Acceptance>
      title={`提交整改结果：${of.title}`}
      advice="逐项答复整改事项，并更新验收材料的说明和附件；提交后重新验收。"
      draft={`projects/acceptance/${of.id}/resubmission`}
      version={of.version}
      labels={labels}
      initial={{ evidence: of.evidence.map(({ text, attachment_ids }) => ({ text, attachment_ids })) }}
      submit={(values, version) =>
        resubmit({ id: of.id, version }, {
          evidence: shown(names, values),
          replies: open.map(({ id }, place) => ({ finding_id: id, text: values.replies[place]?.text ?? "" })),
        })}
      done={() => `/projects/acceptances/${of.id}`}
      act="提交整改结果"
    >
      {open.map(({ id, text, due_on }, place) => (
        <Form.Item key={id} name={["replies", place, "text"]} label={`整改事项：${text}`} extra={`期限 ${due_on}`} rules={[{ required: true, whitespace: true, min: 2, message: "请写明怎样整改的" }]}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
        </Form.Item>
      ))}
      <EvidenceFields names={names} />
    </FormPage>
  );
}

export default function ResubmissionForm() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(acceptance(id))} rows={8}>{(of) => <Loaded of={of} />}</Answered>;
}
