/** 注销登记: why, and how the liquidation ended. */
import { Form, Input } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { DayInput } from "@/ui/DayInput";
import type { Organisation } from "../organisation/queries";
import { cancel, type Cancelling } from "./queries";

interface Props {
  act: string;
  organisation: Organisation;
  onClose: () => void;
}

export function CancellationDialog({ act, organisation, onClose }: Props) {
  return (
    <ActDialog<Cancelling> act={act} advice={`自今日起注销“${organisation.name}”的登记，不能恢复；记录保留，此后不能承接项目。`} submit={(values) => cancel(organisation, values)} onClose={onClose}>
      <Form.Item name="reason" label="注销原因" rules={[{ required: true, whitespace: true, min: 2, message: "请写明注销原因" }]}><Input.TextArea rows={2} maxLength={500} autoFocus /></Form.Item>
      <Form.Item name="liquidation" label="清算情况" extra="清算组、债权债务清偿和剩余财产去向" rules={[{ required: true, whitespace: true, min: 4, message: "请写明清算情况" }]}><Input.TextArea rows={3} maxLength={500} /></Form.Item>
      <Form.Item name="liquidated_on" label="清算完结日期" rules={[{ required: true, message: "请选择清算完结日期" }]}><DayInput /></Form.Item>
    </ActDialog>
  );
}
