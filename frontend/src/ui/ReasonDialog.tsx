/** Asks why, before an act that must be explained; a refusal is said inside, and what was typed stays. */
import { Form, Input, Modal } from "antd";
import type { ReactNode } from "react";
import { useMessages } from "./language";
import { messages } from "./messages";
import { ProblemAlert } from "./ProblemAlert";

interface Props {
  act: string;
  /** What will happen to which record, where that is not plain. */
  says?: ReactNode;
  busy: boolean;
  error: unknown;
  /** Loads again the record the act is about. */
  onReload?: () => void;
  onReason: (reason: string) => void;
  onClose: () => void;
}

export function ReasonDialog({ act, says, busy, error, onReload, onReason, onClose }: Props) {
  const t = useMessages(messages);
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal open closable={false} title={act} okText={act} cancelText={t.back} mask={{ closable: false }} confirmLoading={busy} onOk={form.submit} onCancel={onClose}>
      {Boolean(error) && <ProblemAlert error={error} onReload={onReload} />}
      {says && <p>{says}</p>}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => onReason(reason.trim())}>
        <Form.Item name="reason" label={t.reasonOf(act)} extra={t.reasonAdvice} rules={[{ required: true, whitespace: true, message: t.reasonMissing }]}>
          <Input.TextArea rows={4} maxLength={500} showCount autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
