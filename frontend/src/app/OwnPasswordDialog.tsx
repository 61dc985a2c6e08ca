/** 修改密码: the holder's own, proved by the present one. */
import { Form, Input, Modal } from "antd";
import { useRef, useState } from "react";
import { changePassword } from "@/api/session";
import { ActDialog } from "@/ui/ActDialog";
import { useMessages } from "@/ui/language";
import { messages } from "./messages";

interface Values {
  current_password: string;
  password: string;
  again: string;
}

const LONGEST = 128;

type Step = "asking" | "changed";

export function OwnPasswordDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages);
  const step = useRef<Step>("asking");
  const [shown, show] = useState<Step>("asking");
  const required = (message: string) => [{ required: true, message }];

  async function change({ current_password, password }: Values) {
    await changePassword({ current_password, password });
    step.current = "changed";
    show("changed");
  }

  // The form closes once it is done; what was done is then said until it is read.
  const leave = () => step.current === "asking" && onClose();

  if (shown === "changed") return <Modal open title={t.passwordChanged} okText={t.close} onOk={onClose} onCancel={onClose} cancelButtonProps={{ hidden: true }}><p>{t.passwordChangedAdvice}</p></Modal>;
  return (
    <ActDialog<Values> act={t.changePassword} advice={t.changePasswordAdvice} submit={change} onClose={leave}>
      <Form.Item name="current_password" label={t.passwordNow} rules={required(t.passwordNowMissing)}>
        <Input.Password maxLength={LONGEST} autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={t.passwordNew} rules={required(t.passwordNewMissing)}>
        <Input.Password maxLength={LONGEST} autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t.passwordAgain}
        dependencies={["password"]}
        rules={[({ getFieldValue }) => ({ validator: (_rule, typed) => (typed === getFieldValue("password") ? Promise.resolve() : Promise.reject(new Error(t.passwordDiffers))) })]}
      >
        <Input.Password maxLength={LONGEST} autoComplete="new-password" />
      </Form.Item>
    </ActDialog>
  );
}
