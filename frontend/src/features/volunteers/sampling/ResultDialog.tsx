/** 核对结果: whether the paper list bears the entry out, and what was looked at. */
import { Form, Input, Radio } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { decide, type Check, type ResultIn } from "./queries";

interface Props {
  act: string;
  check: Check;
  onClose: () => void;
}

const OPTIONS = [
  { value: true, label: "属实" },
  { value: false, label: "不实" },
];

export function ResultDialog({ act, check, onClose }: Props) {
  return (
    <ActDialog<ResultIn>
      act={act}
      advice="不实的补录当即冲正（未确认的退回），提出人此后一段时间的补录逐条核对。与此条补录有关的人、同一组织或同一镇街的人不能核对。"
      submit={(values) => decide(check, values)}
      onClose={onClose}
    >
      <Form.Item name="right" label="对照纸质签到表" rules={[{ required: true, message: "请选择核对结果" }]}>
        <Radio.Group options={OPTIONS} />
      </Form.Item>
      <Form.Item name="finding" label="核对情况" extra="看了哪一份签到表、第几行，有何出入。" rules={[{ required: true, whitespace: true, message: "请写明核对情况" }]}>
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
    </ActDialog>
  );
}
