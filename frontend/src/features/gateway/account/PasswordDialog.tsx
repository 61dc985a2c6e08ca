/** 重置密码: for somebody who cannot sign in; every session of the account ends. */
import { Form, Input } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { setPassword, type Account } from "./queries";

interface Props {
  account: Account;
  onClose: () => void;
}

export function PasswordDialog({ account, onClose }: Props) {
  return (
    <ActDialog<{ password: string }>
      act="重置密码"
      advice={`${account.display_name} 在各设备上的登录会立即退出，须用新密码重新登录。`}
      submit={(values) => setPassword(account, values)}
      onClose={onClose}
    >
      <Form.Item name="password" label="新密码" rules={[{ required: true, message: "请填写新密码" }]}>
        <Input.Password maxLength={128} autoComplete="new-password" autoFocus />
      </Form.Item>
    </ActDialog>
  );
}
