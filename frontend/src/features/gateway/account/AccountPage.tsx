/** One account: whether it may sign in, and which roles it holds where. */
import { useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { minuteOf } from "@/ui/times";
import { Grants } from "./Grants";
import { PasswordDialog } from "./PasswordDialog";
import { account, type Account } from "./queries";
import { accountStates } from "./states";

function next(record: Account): Waiting | undefined {
  if (record.state === "disabled") return { what: `已停用，不能登录：${record.disabled_because}`, who: "系统管理员" };
  if (record.grants.length === 0) return { what: "授予角色后才能办理业务", who: "安全管理员" };
  if (record.actions.length === 0) return undefined;
  return { what: "没有待办；岗位变动时收回或另授角色，离岗时停用" };
}

const facts = (record: Account): Fact[] => [
  { label: "用户名", value: record.username },
  { label: "所属片区", value: <AreaName id={record.area_id} /> },
  { label: "开立时间", value: <span className="figures">{minuteOf(record.opened_at)}</span> },
  { label: "密码设置时间", value: record.password_set_at && <span className="figures">{minuteOf(record.password_set_at)}</span> },
];

export default function AccountPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  return (
    <RecordPage
      question={account(id)}
      name={({ display_name }) => display_name}
      states={accountStates}
      next={next}
      facts={facts}
      tabs={(record) => [{ key: "grants", label: `角色（${record.grants.length}）`, children: <Grants account={record} /> }]}
      instead={() => ({ grants: () => void navigate(`/gateway/accounts/${id}/grants/new`) })}
      dialogs={{ password: ({ record, onClose }) => <PasswordDialog account={record} onClose={onClose} /> }}
    />
  );
}
