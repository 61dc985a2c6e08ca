/** Others sign in by a code sent to their phone. */
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { signInByCode } from "@/api/session";
import { useMessages } from "@/ui/language";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { usePhoneCode } from "@/ui/usePhoneCode";
import { messages } from "./messages";
import styles from "./PhoneForm.module.css";

interface Entry {
  phone: string;
  code: string;
}

export function PhoneForm({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const t = useMessages(messages);
  const [form] = Form.useForm<Entry>();
  const sent = usePhoneCode();
  const entry = useMutation({ mutationFn: ({ code }: Entry) => signInByCode(sent.challengeId ?? "", code), onSuccess: onSignedIn });
  const send = () => void form.validateFields(["phone"]).then(({ phone }) => sent.send(phone), () => undefined);
  const problem = entry.error ?? sent.error;
  return (
    <Form<Entry> form={form} layout="vertical" requiredMark={false} onFinish={(values) => entry.mutate(values)}>
      <Form.Item name="phone" label={t.phoneNumber} rules={[{ required: true, pattern: /^1\d{10}$/, message: t.phoneWrong }]}>
        <Input type="tel" autoComplete="tel-national" inputMode="numeric" size="large" maxLength={11} />
      </Form.Item>
      <Form.Item label={t.code} htmlFor="code" required>
        <div className={styles.code}>
          <Form.Item name="code" noStyle rules={[{ required: true, pattern: /^\d{6}$/, message: t.codeWrong }]}>
            <Input id="code" autoComplete="one-time-code" inputMode="numeric" size="large" maxLength={6} />
          </Form.Item>
          <Button size="large" onClick={send} disabled={sent.waits > 0} loading={sent.isSending}>{sent.waits > 0 ? t.sendAgain(sent.waits) : t.sendCode}</Button>
        </div>
      </Form.Item>
      {sent.demoText && <p className="muted" role="status">{t.demoCode(sent.demoText)}</p>}
      {problem && <Form.Item><ProblemAlert error={problem} /></Form.Item>}
      <Button type="primary" htmlType="submit" size="large" block loading={entry.isPending} disabled={!sent.challengeId}>{t.signIn}</Button>
    </Form>
  );
}
