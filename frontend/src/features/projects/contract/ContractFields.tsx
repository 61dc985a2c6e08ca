/** The terms of a contract, in drafting as in correcting. */
import { Form, Input } from "antd";
import { DayInput } from "@/ui/DayInput";
import rows from "@/ui/Rows.module.css";
import type { ContractIn } from "./queries";
import { StagesEditor, type StageRow } from "./StagesEditor";

export type ContractValues = Omit<ContractIn, "stages"> & { stages: StageRow[] };

/** By the fields of the request. */
export const contractLabels = { number: "合同编号", starts_on: "开始日期", ends_on: "结束日期", stages: "阶段" };

export function ContractFields({ amount }: { amount: number }) {
  return (
    <>
      <Form.Item name="number" label={contractLabels.number} rules={[{ required: true, whitespace: true, min: 4, message: "请填写合同编号，至少四个字" }]}><Input maxLength={60} /></Form.Item>
      <div className={rows.pair}>
        <Form.Item name="starts_on" label={contractLabels.starts_on} rules={[{ required: true, message: "请选择开始日期" }]}><DayInput /></Form.Item>
        <Form.Item name="ends_on" label={contractLabels.ends_on} rules={[{ required: true, message: "请选择结束日期" }]}><DayInput /></Form.Item>
      </div>
      <StagesEditor target={amount} />
    </>
  );
}
