/** 更换密钥: the former one holds for a day, so that the other system can be changed over without a break. */
import { ActDialog } from "@/ui/ActDialog";
import { renewSecret, type Client } from "./queries";

interface Props {
  client: Client;
  onClose: () => void;
}

export function SecretDialog({ client, onClose }: Props) {
  return (
    <ActDialog
      act="更换密钥"
      advice="新密钥只显示一次；原密钥还可用一天。若密钥已外泄，请改为停用。"
      submit={() => renewSecret(client)}
      onClose={onClose}
    />
  );
}
