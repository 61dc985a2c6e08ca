/** What is declared of a body that is to be registered, in applying as in correcting. */
import { Form, Input, InputNumber, Select } from "antd";
import { choices } from "@/ui/choices";
import { MoneyInput } from "@/ui/MoneyInput";
import { within } from "@/ui/within";
import { idTypes } from "../idTypes";
import { categories, kinds } from "../organisation/messages";
import { ConditionsNote } from "./ConditionsNote";
import { DocumentFields, lawOf } from "./DocumentFields";
import { membersOf } from "./kindWords";
import type { Conditions, Material } from "./queries";

const MOST_MEMBERS = 100_000;

/** By the fields of the request. */
export const materialLabels = {
  area_id: "所在镇街或村（社区）",
  organisation_id: "已备案的组织",
  name: "组织名称",
  kind: "组织类型",
  category: "类别",
  venue: "住所",
  business_scope: "业务范围",
  members: "人数",
  funds_fen: "注册资金",
  representative: "法定代表人",
  documents: "登记材料",
};

/** Fields that no draft may keep. */
export const personal = ["representative"];

export const noPerson = { id_type: "resident_id" } as Material["representative"];

const filled = (what: string) => [{ required: true, whitespace: true, min: 2, message: `请填写${what}` }];
const chosen = (what: string) => [{ required: true, message: `请选择${what}` }];

export function MaterialFields({ law }: { law: Conditions }) {
  const form = Form.useFormInstance();
  const kind = Form.useWatch<Material["kind"]>("kind") ?? "social_association";
  // Of another kind other documents are asked for, at the same places.
  const forget = () => form.setFieldValue("documents", []);
  return (
    <>
      <ConditionsNote kind={kind} law={law} />
      <Form.Item name="name" label={materialLabels.name} rules={filled("组织名称")}><Input maxLength={100} /></Form.Item>
      <Form.Item name="kind" label={materialLabels.kind} rules={chosen("组织类型")}><Select placeholder="请选择" options={choices(kinds)} onChange={forget} /></Form.Item>
      <Form.Item name="category" label={materialLabels.category} rules={chosen("类别")}><Select placeholder="请选择" options={choices(categories)} /></Form.Item>
      <Form.Item name="venue" label={materialLabels.venue} rules={filled("住所")}><Input maxLength={200} /></Form.Item>
      <Form.Item name="business_scope" label={materialLabels.business_scope} rules={filled("业务范围")}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="members" label={membersOf[kind]} rules={[{ required: true, message: "请填写人数" }, within(0, MOST_MEMBERS)]}>
        <InputNumber precision={0} suffix="人" style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="funds_fen" label={materialLabels.funds_fen} rules={[{ required: true, message: "请填写注册资金" }, within(0)]}><MoneyInput /></Form.Item>
      <RepresentativeFields />
      <DocumentFields key={kind} names={lawOf(kind, law)?.documents ?? []} />
    </>
  );
}

export function RepresentativeFields() {
  return (
    <>
      <Form.Item name={["representative", "name"]} label="法定代表人姓名" rules={filled("姓名")}><Input maxLength={50} autoComplete="off" /></Form.Item>
      <Form.Item name={["representative", "id_type"]} label="法定代表人证件类型" rules={chosen("证件类型")}><Select placeholder="请选择" options={idTypes} /></Form.Item>
      <Form.Item name={["representative", "id_number"]} label="法定代表人证件号码" extra="加密保存，提交后不再显示" rules={[{ required: true, whitespace: true, message: "请填写证件号码" }]}>
        <Input maxLength={30} autoComplete="off" />
      </Form.Item>
    </>
  );
}
