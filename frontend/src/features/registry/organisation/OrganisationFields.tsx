/** What is declared of an organisation, in drafting as in correcting. */
import { Form, Input, InputNumber, Select } from "antd";
import { choices } from "@/ui/choices";
import { InitiatorsEditor } from "./InitiatorsEditor";
import { categories, kinds, membersOf } from "./messages";
import type { Declaration } from "./queries";

const MOST_MEMBERS = 100_000;

export function OrganisationFields() {
  const kind = Form.useWatch<Declaration["kind"]>("kind");
  return (
    <>
      <Form.Item name="name" label="组织名称" extra="名称结尾的用字由当日有效的备案规定核对" rules={[{ required: true, whitespace: true, message: "请填写组织名称" }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label="组织类型" rules={[{ required: true, message: "请选择组织类型" }]}><Select placeholder="请选择" options={choices(kinds)} /></Form.Item>
      <Form.Item name="category" label="类别" rules={[{ required: true, message: "请选择类别" }]}><Select placeholder="请选择" options={choices(categories)} /></Form.Item>
      <Form.Item name="venue" label="活动场所" rules={[{ required: true, whitespace: true, message: "请填写活动场所" }]}><Input maxLength={200} /></Form.Item>
      <Form.Item name="members" label={membersOf(kind)} rules={[{ required: true, message: "请填写人数" }]}>
        <InputNumber min={0} max={MOST_MEMBERS} precision={0} suffix="人" style={{ width: 160 }} />
      </Form.Item>
      <InitiatorsEditor />
    </>
  );
}
