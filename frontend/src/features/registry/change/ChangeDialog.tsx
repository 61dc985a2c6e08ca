/** 变更 of what is filed or registered, from today; what is left empty stays as it is. */
import { Checkbox, Form, Input } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { DayInput } from "@/ui/DayInput";
import { endOf } from "@/ui/periods";
import type { Organisation } from "../organisation/queries";
import { noPerson, RepresentativeFields } from "../registration/MaterialFields";
import { change, type Changing } from "./queries";

interface Props {
  act: string;
  organisation: Organisation;
  onClose: () => void;
}

type Values = Changing & { anew?: boolean };

const given = (text: string | null | undefined) => text?.trim() || null;

const sent = ({ anew, document, name, venue, business_scope, certificate_number, certificate_valid_to, representative }: Values): Changing => ({
  document: document.trim(),
  name: given(name),
  venue: given(venue),
  business_scope: given(business_scope),
  certificate_number: given(certificate_number),
  certificate_valid_to: endOf(certificate_valid_to),
  representative: anew ? representative : null,
});

function Representative() {
  const anew = Form.useWatch<boolean | undefined>("anew");
  return (
    <>
      <Form.Item name="anew" valuePropName="checked"><Checkbox>变更法定代表人（负责人）</Checkbox></Form.Item>
      {anew && <RepresentativeFields />}
    </>
  );
}

export function ChangeDialog({ act, organisation, onClose }: Props) {
  const isRegistered = organisation.path === "registered";
  return (
    <ActDialog<Values> act={act} advice="自今日起变更，不变的项留空；原来的内容保留在沿革里。" initial={{ representative: noPerson }} submit={(values) => change(organisation, sent(values))} onClose={onClose}>
      <Form.Item name="document" label="变更文号" rules={[{ required: true, whitespace: true, min: 4, message: "请填写变更文号，至少 4 个字" }]}><Input maxLength={100} autoFocus /></Form.Item>
      <Form.Item name="name" label="新名称" extra={`现为 ${organisation.name}`}><Input maxLength={100} /></Form.Item>
      <Form.Item name="venue" label={isRegistered ? "新住所" : "新活动场所"} extra={`现为 ${organisation.venue}`}><Input maxLength={200} /></Form.Item>
      <Form.Item name="business_scope" label="新业务范围"><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} /></Form.Item>
      {isRegistered && <Form.Item name="certificate_number" label="新登记证书编号"><Input maxLength={40} /></Form.Item>}
      {isRegistered && <Form.Item name="certificate_valid_to" label="新证书有效期至"><DayInput /></Form.Item>}
      <Representative />
    </ActDialog>
  );
}
