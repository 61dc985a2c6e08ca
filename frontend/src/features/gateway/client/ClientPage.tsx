/** One other system: whether it may read, what and where, and its secret once. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { ActDialog } from "@/ui/ActDialog";
import { AreaName } from "@/ui/AreaName";
import { Answered } from "@/ui/Answered";
import type { Fact } from "@/ui/Facts";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { minuteOf } from "@/ui/times";
import { services } from "./messages";
import { client, enable, renewSecret, scopes, type Client } from "./queries";
import { ScopesDialog } from "./ScopesDialog";
import { SecretNotice } from "./SecretNotice";
import { clientStates } from "./states";

function next(record: Client): Waiting | undefined {
  if (record.state === "disabled") return { what: `已停用：${record.disabled_because}`, who: "系统管理员" };
  if (record.scopes.length === 0) return { what: "准予权限范围后才能读取", who: "安全管理员" };
  return { what: "没有待办；人员或系统更替时更换密钥，不再使用时停用" };
}

const instant = (at: string | null) => at && <span className="figures">{minuteOf(at)}</span>;

const facts = (record: Client): Fact[] => [
  { label: "标识", value: <code>{record.id}</code> },
  { label: "可读片区", value: <AreaName id={record.area_id} /> },
  { label: "来访网段", value: record.networks.join("、") || "不限" },
  { label: "密钥设置时间", value: instant(record.secret_set_at) },
  { label: "原密钥可用至", value: instant(record.former_secret_until) },
  { label: "最近领取令牌", value: instant(record.used_at) ?? "从未" },
  { label: "开立时间", value: instant(record.opened_at) },
  { label: "对接示例", value: <a href="/api/gateway/examples">照抄即可运行</a> },
];

function Permitted({ of }: { of: Client }) {
  return (
    <Answered query={useQuery(scopes)}>
      {(all) => (
        <ul>
          {all.filter(({ name }) => of.scopes.includes(name)).map(({ service, title, name }) => (
            <li key={name}>{services[service] ?? service}：{title} <code>{name}</code></li>
          ))}
        </ul>
      )}
    </Answered>
  );
}

export default function ClientPage() {
  const { id = "" } = useParams();
  return (
    <>
      <SecretNotice id={id} />
      <RecordPage
        question={client(id)}
        name={({ name }) => name}
        states={clientStates}
        next={next}
        facts={facts}
        tabs={(record) => [{ key: "scopes", label: `权限范围（${record.scopes.length}）`, children: <Permitted of={record} /> }]}
        dialogs={{
          scopes: ({ record, onClose }) => <ScopesDialog client={record} onClose={onClose} />,
          secret: ({ record, onClose }) => (
            <ActDialog act="更换密钥" advice="新密钥只显示一次；原密钥还可用一天。若密钥已外泄，请改为停用，恢复时另给新密钥。" submit={() => renewSecret(record)} onClose={onClose} />
          ),
          enabling: ({ record, onClose }) => (
            <ActDialog act="恢复" advice="恢复时给出新密钥，只显示一次；停用前的密钥不能再用。" submit={() => enable(record)} onClose={onClose} />
          ),
        }}
      />
    </>
  );
}
