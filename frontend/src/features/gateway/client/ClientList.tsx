/** Other systems: which read here, what they may read, and when they last did. */
import { Button } from "antd";
import { Link } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { dayOf, minuteOf } from "@/ui/times";
import { openers } from "../roles";
import { clients, type Client, type ClientQuery } from "./queries";
import { clientStates } from "./states";

const filters: Filter<ClientQuery>[] = [{ name: "state", label: "状态", kind: "select", options: choices(clientStates) }];

const columns: Column<Client>[] = [
  { key: "name", title: "名称", value: ({ name }) => name },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={clientStates} state={state} /> },
  { key: "area", title: "可读片区", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "scopes", title: "权限范围", value: ({ scopes }) => scopes.length ? `${scopes.length} 项` : <span className="muted">尚未准予</span> },
  { key: "used_at", title: "最近领取令牌", value: ({ used_at }) => used_at ? <span className="figures">{minuteOf(used_at)}</span> : <span className="muted">从未</span> },
  { key: "opened_at", title: "开立日期", value: ({ opened_at }) => <span className="figures">{dayOf(opened_at)}</span> },
];

const openOne = (
  <OnlyFor roles={openers}>
    <Link to="/gateway/clients/new"><Button type="primary">开立对接系统</Button></Link>
  </OnlyFor>
);

export default function ClientList() {
  return (
    <ListPage
      title="对接系统"
      list={clients}
      columns={columns}
      filters={filters}
      open={({ id }) => `/gateway/clients/${id}`}
      acts={openOne}
      empty={{ title: "还没有对接系统", advice: "系统管理员开立，安全管理员准予可读的范围；对接示例在 /api/gateway/examples。", act: openOne }}
    />
  );
}
