/** Staff sign in by user name and password. */
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { signIn } from "@/api/session";
import { useMessages } from "@/ui/language";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { messages } from "./messages";

interface Credentials {
  username: string;
  password: string;
}

export function PasswordForm({ onSignedIn }: { onSignedIn: () => Promise<void> }) {
  const t = useMessages(messages);
  const entry = useMutation({ mutationFn: ({ username, password }: Credentials) => signIn(username, password), onSuccess: onSignedIn });
  return (
    <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(credentials) => entry.mutate(credentials)}>
      <Form.Item name="username" label={t.username} rules={[{ required: true, message: t.usernameMissing }]}>
        <Input autoComplete="username" size="large" />
      </Form.Item>
      <Form.Item name="password" label={t.password} rules={[{ required: true, message: t.passwordMissing }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      {entry.error && <Form.Item><ProblemAlert error={entry.error} /></Form.Item>}
      <Button type="primary" htmlType="submit" size="large" block loading={entry.isPending}>{t.signIn}</Button>
    </Form>
  );
}
