/** Asks why, before an act that must be explained. */
import { Form, Input, Modal } from "antd";
import { useMessages } from "./language";
import { messages } from "./messages";

interface Props {
  act: string;
  busy: boolean;
  onReason: (reason: string) => void;
  onClose: () => void;
}

export function ReasonDialog({ act, busy, onReason, onClose }: Props) {
  const t = useMessages(messages);
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal open title={act} okText={act} cancelText={t.back} confirmLoading={busy} onOk={form.submit} onCancel={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => onReason(reason.trim())}>
        <Form.Item name="reason" label={t.reasonOf(act)} extra={t.reasonAdvice} rules={[{ required: true, whitespace: true, message: t.reasonMissing }]}>
          <Input.TextArea rows={4} maxLength={500} showCount autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
