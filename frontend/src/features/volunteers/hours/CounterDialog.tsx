/** 冲正: asks how many minutes it should have been, and why. */
import { Form, Input, InputNumber } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { within } from "@/ui/within";
import { counter, type CounterIn, type Hours } from "./queries";

interface Props {
  act: string;
  entry: Hours;
  onClose: () => void;
}

export function CounterDialog({ act, entry, onClose }: Props) {
  return (
    <ActDialog<CounterIn>
      act={act}
      advice={`原记 ${entry.minutes} 分钟。原条目保留，由一条相反的时长抵销；应计的分钟数作为新条目，仍须第二人确认。`}
      submit={(values) => counter(entry, { ...values, minutes: values.minutes ?? 0 })}
      onClose={onClose}
    >
      <Form.Item name="minutes" label="应计的分钟数" extra="一分钟也不该计的填 0" initialValue={0} rules={[{ required: true, message: "请填写应计的分钟数" }, within(0, entry.minutes)]}>
        <InputNumber precision={0} suffix="分钟" style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="reason" label="冲正的理由" extra="理由会写入记录，当事人可以看到。" rules={[{ required: true, whitespace: true, message: "请写明理由" }]}>
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
    </ActDialog>
  );
}
