/** 提出应付比例: where too few residents answered, one person proposes a share and another confirms it. */
import { Form, Input, InputNumber } from "antd";
import { yuan } from "@/ui/amounts";
import { ActDialog } from "@/ui/ActDialog";
import { within } from "@/ui/within";
import { proposeShare, type Payment } from "./queries";

interface Props {
  act: string;
  payment: Payment;
  onClose: () => void;
}

interface Values {
  percent: number;
  reason: string;
}

const PER_PERCENT = 10_000;
const WHOLE = 100;

export function ShareDialog({ act, payment, onClose }: Props) {
  const { answered, stage_fen } = payment;
  return (
    <ActDialog<Values>
      act={act}
      advice={`${answered === 0 ? "没有居民作答" : `只有 ${answered} 份答卷`}，不能计算应付比例，由两人决定。本阶段金额 ${yuan(stage_fen)} 元；您提出的比例由另一人确认后才生效。`}
      submit={({ percent, reason }) => proposeShare(payment, { share_ppm: Math.round(percent * PER_PERCENT), reason })}
      onClose={onClose}
    >
      <Form.Item name="percent" label="应付比例" rules={[{ required: true, message: "请填写应付比例" }, within(0, WHOLE)]}>
        <InputNumber suffix="%" style={{ width: 180 }} autoFocus />
      </Form.Item>
      <Form.Item name="reason" label="理由" extra="写明看过哪些材料、为何是这个比例" rules={[{ required: true, whitespace: true, min: 10, message: "请写明理由，至少十个字" }]}>
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Form.Item>
    </ActDialog>
  );
}
