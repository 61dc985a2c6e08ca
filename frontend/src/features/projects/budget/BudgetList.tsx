/** Budgets of the towns and of the city: what was granted for which year, and how much of it is spent. */
import { Button } from "antd";
import { Link } from "react-router";
import { percent } from "@/ui/amounts";
import { ShortAreaName } from "@/ui/AreaName";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Money } from "@/ui/Money";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { purchasers } from "../roles";
import { budgetList, type Budget, type BudgetQuery } from "./queries";
import { budgetLevels } from "./states";
import { years } from "./years";

const filters: Filter<BudgetQuery>[] = [
  { name: "year", label: "年度", kind: "select", options: years().map((year) => ({ value: String(year), label: `${year} 年` })) },
  { name: "area_id", label: "所属镇街", kind: "area" },
];

const columns: Column<Budget>[] = [
  { key: "name", title: "预算", value: ({ name }) => name },
  { key: "state", title: "级次", value: ({ state }) => <StateTag states={budgetLevels} state={state} /> },
  { key: "year", title: "年度", value: ({ year }) => <span className="figures">{year}</span> },
  { key: "area", title: "所属", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "granted", title: "批复", value: ({ granted_fen }) => <Money fen={granted_fen} />, number: true },
  { key: "available", title: "可用", value: ({ available_fen }) => <Money fen={available_fen} />, number: true },
  { key: "paid", title: "已付", value: ({ paid_fen }) => <Money fen={paid_fen} />, number: true },
  { key: "share", title: "执行率", value: ({ paid_fen, granted_fen }) => (granted_fen > 0 ? percent(paid_fen / granted_fen) : "—"), number: true },
];

const grantOne = (
  <OnlyFor roles={purchasers}>
    <Link to="/projects/budgets/new"><Button type="primary">录入预算</Button></Link>
  </OnlyFor>
);

export default function BudgetList() {
  return (
    <ListPage
      title="预算"
      list={budgetList}
      columns={columns}
      filters={filters}
      open={({ id }) => `/projects/budgets/${id}`}
      acts={grantOne}
      empty={{ title: "还没有预算", advice: "市和镇街批复的年度预算录入后列在这里，项目据此编制预算明细。", act: grantOne }}
    />
  );
}
