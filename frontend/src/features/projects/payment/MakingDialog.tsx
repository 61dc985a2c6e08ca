/** 付款: by the second person, with the treasury's number of the transfer. */
import { Form, Input } from "antd";
import { yuan } from "@/ui/amounts";
import { ActDialog } from "@/ui/ActDialog";
import { make, type Making, type Payment } from "./queries";

interface Props {
  act: string;
  payment: Payment;
  onClose: () => void;
}

export function MakingDialog({ act, payment, onClose }: Props) {
  return (
    <ActDialog<Making>
      act={act}
      advice={`“${payment.title}”付款 ${yuan(payment.amount_fen ?? 0)} 元。记为已付后不能撤回。`}
      submit={({ reference }) => make(payment, { reference: reference.trim() })}
      onClose={onClose}
    >
      <Form.Item name="reference" label="国库支付编号" rules={[{ required: true, whitespace: true, min: 4, message: "请填写国库支付编号" }]}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
    </ActDialog>
  );
}
