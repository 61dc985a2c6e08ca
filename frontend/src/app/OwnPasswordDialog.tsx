/** 修改密码: the holder's own, proved by the present one. */
import { Form, Input, Modal } from "antd";
import { useState } from "react";
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

export function OwnPasswordDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages);
  const [changed, setChanged] = useState(false);
  const required = (message: string) => [{ required: true, message }];

  const sent = ({ current_password, password }: Values) => changePassword({ current_password, password });
  const same = ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
    validator: (_rule: unknown, typed: unknown) => (typed === getFieldValue("password") ? Promise.resolve() : Promise.reject(new Error(t.passwordDiffers))),
  });

  // What was done is said until it is read.
  if (changed) {
    return (
      <Modal open title={t.passwordChanged} okText={t.close} onOk={onClose} onCancel={onClose} cancelButtonProps={{ hidden: true }}>
        <p>{t.passwordChangedAdvice}</p>
      </Modal>
    );
  }
  return (
    <ActDialog<Values> act={t.changePassword} advice={t.changePasswordAdvice} submit={sent} onDone={() => setChanged(true)} onClose={onClose}>
      <Form.Item name="current_password" label={t.passwordNow} rules={required(t.passwordNowMissing)}>
        <Input.Password maxLength={LONGEST} autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={t.passwordNew} rules={required(t.passwordNewMissing)}>
        <Input.Password maxLength={LONGEST} autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="again" label={t.passwordAgain} dependencies={["password"]} rules={[same]}>
        <Input.Password maxLength={LONGEST} autoComplete="new-password" />
      </Form.Item>
    </ActDialog>
  );
}
