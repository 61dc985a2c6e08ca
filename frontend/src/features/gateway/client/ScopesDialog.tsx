/** 准予权限: what another system may read, by the service that holds it. */
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { Answered } from "@/ui/Answered";
import { services } from "./messages";
import { permit, scopes, type Client } from "./queries";

interface Props {
  client: Client;
  onClose: () => void;
}

export function ScopesDialog({ client, onClose }: Props) {
  const known = useQuery(scopes);
  return (
    <ActDialog<{ scopes: string[] }>
      act="准予权限"
      advice={`${client.name} 只能读勾选的内容；改动在一秒内生效。`}
      initial={{ scopes: client.scopes }}
      submit={(values) => permit(client, values)}
      onClose={onClose}
    >
      <Answered query={known}>
        {(all) => (
          <Form.Item name="scopes" label="可读内容">
            <Checkbox.Group options={all.map(({ name, service, title }) => ({ value: name, label: `${services[service] ?? service}：${title}` }))} style={{ display: "grid" }} />
          </Form.Item>
        )}
      </Answered>
    </ActDialog>
  );
}
