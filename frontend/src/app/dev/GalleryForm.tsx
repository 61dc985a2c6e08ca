/** A form screen, as a feature writes it. */
import { Form, Input, Select } from "antd";
import { Problem } from "@/api/problem";
import { AreaSelect } from "@/ui/AreaSelect";
import { DayInput } from "@/ui/DayInput";
import { FormPage } from "@/ui/FormPage";
import { MoneyInput } from "@/ui/MoneyInput";

interface NewNeed {
  title: string;
  category: string;
  area_id: string;
  budget_fen: number;
  wanted_on: string;
  story: string;
}

const refuse = () =>
  Promise.reject(new Problem({ type: "invalid", title: "填写的内容有误。", status: 422, request_id: "demo-1", errors: [{ pointer: "/budget_fen", title: "不得大于 5000000" }, { pointer: "/elsewhere", title: "不接受此字段" }] }));

export function GalleryForm() {
  return (
    <FormPage<NewNeed, { id: string }>
      title="登记需求"
      advice="登记后由村（社区）居委会在 5 个工作日内受理或退回补正。"
      draft="gallery/need/new"
      submit={refuse}
      done={() => "/dev/gallery?part=record"}
    >
      <Form.Item name="title" label="需求名称" rules={[{ required: true, message: "请填写需求名称" }]}><Input maxLength={60} showCount /></Form.Item>
      <Form.Item name="category" label="类别"><Select options={[{ value: "elderly", label: "为老服务" }, { value: "children", label: "儿童青少年" }]} /></Form.Item>
      <Form.Item name="area_id" label="所在村（社区）"><AreaSelect /></Form.Item>
      <Form.Item name="budget_fen" label="预算"><MoneyInput /></Form.Item>
      <Form.Item name="wanted_on" label="希望开始日期"><DayInput /></Form.Item>
      <Form.Item name="story" label="说明"><Input.TextArea rows={4} /></Form.Item>
    </FormPage>
  );
}
