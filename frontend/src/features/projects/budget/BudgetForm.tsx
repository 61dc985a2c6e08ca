/** 录入预算: of a town or of the city, as the document named grants it. */
import { Form, Input, Select } from "antd";
import { AreaSelect } from "@/ui/AreaSelect";
import { FormPage } from "@/ui/FormPage";
import { MoneyInput } from "@/ui/MoneyInput";
import { grant, type Granting } from "./queries";
import { years } from "./years";

export default function BudgetForm() {
  return (
    <FormPage<Granting, { id: string }>
      title="录入预算"
      advice="录入后全额为“可用”，项目批准时安排到项目；以后的增减按调整文件办理。"
      draft="projects/budget/new"
      initial={{ year: years()[1] }}
      submit={grant}
      done={({ id }) => `/projects/budgets/${id}`}
      act="录入"
    >
      <Form.Item name="area_id" label="所属" extra="市，或一个镇街、园区" rules={[{ required: true, message: "请选择预算所属的市或镇街" }]}><AreaSelect /></Form.Item>
      <Form.Item name="year" label="年度" rules={[{ required: true, message: "请选择年度" }]}>
        <Select options={years().map((value) => ({ value, label: `${value} 年` }))} />
      </Form.Item>
      <Form.Item name="name" label="预算名称" rules={[{ required: true, whitespace: true, min: 2, message: "请填写预算名称" }]}><Input maxLength={200} /></Form.Item>
      <Form.Item name="document" label="批复文件" rules={[{ required: true, whitespace: true, min: 2, message: "请填写批复文件的文号和名称" }]}><Input maxLength={200} /></Form.Item>
      <Form.Item name="amount_fen" label="批复金额" rules={[{ required: true, message: "请填写批复金额" }]}><MoneyInput /></Form.Item>
    </FormPage>
  );
}
