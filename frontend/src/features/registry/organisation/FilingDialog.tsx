/** 准予备案: asks the number under which the town files. */
import { Form, Input } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { file, type Organisation } from "./queries";

interface Props {
  organisation: Organisation;
  onClose: () => void;
}

export function FilingDialog({ organisation, onClose }: Props) {
  return (
    <ActDialog<{ number: string }>
      act="准予备案"
      advice={`${organisation.name} 自今日起列入备案名册，备案组织没有统一社会信用代码。`}
      submit={({ number }) => file(organisation, { number: number.trim() })}
      onClose={onClose}
    >
      <Form.Item name="number" label="备案号" extra="按镇街编号规则填写，如 东城备〔2026〕001号" rules={[{ required: true, whitespace: true, message: "请填写备案号" }]}>
        <Input maxLength={40} autoFocus />
      </Form.Item>
    </ActDialog>
  );
}
