/** The secret that was just made: to be handed over now, since it cannot be shown again. */
import { Alert, Typography } from "antd";
import { useSecretOnce } from "./secretOnce";

export function SecretNotice({ id }: { id: string }) {
  const secret = useSecretOnce(id);
  if (!secret) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title="密钥只显示这一次，请现在交给对接方"
      description={<Typography.Text code copyable={{ text: secret, tooltips: ["复制密钥", "已复制"] }}>{secret}</Typography.Text>}
    />
  );
}
