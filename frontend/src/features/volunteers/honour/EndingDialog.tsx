/** 不予认定或撤销: why, and for how long somebody who falsified is barred. */
import { Form, Input, InputNumber } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { within } from "@/ui/within";
import type { EndingIn, Honour } from "./queries";

interface Props {
  act: string;
  honour: Honour;
  send: (honour: Honour, body: EndingIn) => Promise<Honour>;
  onClose: () => void;
}

const LONGEST = 120;

export function EndingDialog({ act, honour, send, onClose }: Props) {
  return (
    <ActDialog<EndingIn> act={act} submit={(values) => send(honour, values)} onClose={onClose}>
      <Form.Item name="reason" label="理由" extra="写入记录，当事人可以看到；还在公示的，公示随之撤回。" rules={[{ required: true, whitespace: true, message: "请写明理由" }]}>
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
      <Form.Item name="disqualified_months" label="取消资格（月）" extra="只在弄虚作假时填写：12 至 36 个月内不能再申请" rules={[within(1, LONGEST)]}>
        <InputNumber precision={0} suffix="个月" style={{ width: 160 }} />
      </Form.Item>
    </ActDialog>
  );
}
