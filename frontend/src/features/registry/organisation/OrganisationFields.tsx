/** What is declared of an organisation, in drafting as in correcting. */
import { Form, Input, InputNumber, Select } from "antd";
import { choices } from "@/ui/choices";
import { within } from "@/ui/within";
import { InitiatorsEditor } from "./InitiatorsEditor";
import { categories, kinds, membersOf } from "./messages";
import type { Declaration } from "./queries";

const MOST_MEMBERS = 100_000;

/** By the fields of the request. */
export const organisationLabels = {
  name: "组织名称",
  kind: "组织类型",
  category: "类别",
  venue: "活动场所",
  members: "成员人数",
  initiators: "发起人",
};

export function OrganisationFields() {
  const kind = Form.useWatch<Declaration["kind"]>("kind");
  return (
    <>
      <Form.Item
        name="name"
        label={organisationLabels.name}
        extra="名称结尾的用字由当日有效的备案规定核对"
        rules={[{ required: true, whitespace: true, message: "请填写组织名称" }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="kind" label={organisationLabels.kind} rules={[{ required: true, message: "请选择组织类型" }]}>
        <Select placeholder="请选择" options={choices(kinds).filter(({ value }) => value !== "foundation")} />
      </Form.Item>
      <Form.Item name="category" label={organisationLabels.category} rules={[{ required: true, message: "请选择类别" }]}>
        <Select placeholder="请选择" options={choices(categories)} />
      </Form.Item>
      <Form.Item name="venue" label={organisationLabels.venue} rules={[{ required: true, whitespace: true, message: "请填写活动场所" }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="members" label={membersOf(kind)} rules={[{ required: true, message: "请填写人数" }, within(0, MOST_MEMBERS)]}>
        <InputNumber precision={0} suffix="人" style={{ width: 160 }} />
      </Form.Item>
      <InitiatorsEditor />
    </>
  );
}
