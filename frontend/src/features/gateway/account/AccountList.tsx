/** Staff accounts: who may sign in, with which roles, and which accounts are disabled. */
import { Button } from "antd";
import { Link } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { dayOf } from "@/ui/times";
import { openers } from "../roles";
import { given, roles } from "./messages";
import { accounts, type AccountItem, type AccountQuery } from "./queries";
import { accountStates } from "./states";

const filters: Filter<AccountQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(accountStates) },
  { name: "role", label: "角色", kind: "select", options: given },
];

const columns: Column<AccountItem>[] = [
  { key: "display_name", title: "姓名", value: ({ display_name }) => display_name },
  { key: "username", title: "用户名", value: ({ username }) => username },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={accountStates} state={state} /> },
  { key: "roles", title: "角色", value: (item) => item.roles.map((role) => roles[role]).join("、") || <span className="muted">尚未授权</span> },
  { key: "area", title: "所属片区", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "opened_at", title: "开立日期", value: ({ opened_at }) => <span className="figures">{dayOf(opened_at)}</span> },
];

const openOne = (
  <OnlyFor roles={openers}>
    <Link to="/gateway/accounts/new"><Button type="primary">开立账号</Button></Link>
  </OnlyFor>
);

export default function AccountList() {
  return (
    <ListPage
      title="账号与授权"
      list={accounts}
      columns={columns}
      filters={filters}
      open={({ id }) => `/gateway/accounts/${id}`}
      acts={openOne}
      empty={{ title: "还没有工作人员账号", advice: "系统管理员开立账号，安全管理员授予角色。", act: openOne }}
    />
  );
}
