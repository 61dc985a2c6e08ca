/** What administrators look at first: accounts without a role, disabled ones, and those opened last. */
import { Button } from "antd";
import { Link } from "react-router";
import type { Question } from "@/api/view";
import { ShortAreaName } from "@/ui/AreaName";
import { OnlyFor } from "@/ui/OnlyFor";
import { ShortList, type FirstOf, type Line } from "@/ui/ShortList";
import { StateTag } from "@/ui/StateTag";
import { dayOf } from "@/ui/times";
import { openers } from "../roles";
import { roles } from "./messages";
import { accounts, type AccountItem } from "./queries";
import { accountStates } from "./states";

const SHOWN = 6;
const MOST = 200;

/** The newest accounts are mostly the ones that still wait for a role; whose last role was taken back may be older. */
const withoutRole: Question<FirstOf<AccountItem>> = {
  queryKey: ["gateway", "accounts", "without-role"],
  queryFn: async () => {
    const { items, next } = await accounts.page({ state: "active", limit: MOST });
    const waiting = items.filter((one) => one.roles.length === 0);
    return { items: waiting.slice(0, SHOWN), ...(next ? { among: MOST } : { total: waiting.length }) };
  },
};

const inState = (state: AccountItem["state"]): Question<FirstOf<AccountItem>> => ({
  queryKey: ["gateway", "accounts", "first", state],
  queryFn: async () => {
    const { items, count } = await accounts.page({ state, limit: SHOWN, count: true });
    return { items, total: count ?? undefined };
  },
});

const [active, disabled] = [inState("active"), inState("disabled")];

const lineWith = (next: string | undefined) => (one: AccountItem): Line => ({
  id: one.id,
  to: `/gateway/accounts/${one.id}`,
  name: one.display_name,
  state: <StateTag states={accountStates} state={one.state} />,
  marks: [
    one.roles.map((role) => roles[role]).join("、") || "尚未授权",
    <ShortAreaName key="area" id={one.area_id} />,
    <span key="opened" className="figures">{dayOf(one.opened_at)} 开立</span>,
  ],
  next,
});

const waitingLine = lineWith("由安全管理员授予角色");
const plainLine = lineWith(undefined);

const openOne = (
  <OnlyFor roles={openers}>
    <Link to="/gateway/accounts/new"><Button>开立账号</Button></Link>
  </OnlyFor>
);

const ALL = "/gateway/accounts";

export function AccountsTended() {
  return (
    <>
      <ShortList
        title="等待授权的账号"
        question={withoutRole}
        line={waitingLine}
        all={ALL}
        empty={{ advice: "没有等待授权的账号。系统管理员开立账号后，在这里等待安全管理员授予角色。", act: openOne }}
      />
      <ShortList title="最近开立的账号" question={active} line={plainLine} all={ALL} empty={{ advice: "还没有工作人员账号。先由系统管理员开立。", act: openOne }} />
      <ShortList title="已停用的账号" question={disabled} line={plainLine} all={`${ALL}?state=disabled`} empty={{ advice: "没有停用的账号。人员离岗时，在账号页停用。" }} />
    </>
  );
}
