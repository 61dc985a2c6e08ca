/** One budget: where every fen of it stands, and each transfer that brought it there. */
import { useParams } from "react-router";
import { percent } from "@/ui/amounts";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Money } from "@/ui/Money";
import { RecordPage } from "@/ui/RecordPage";
import { Balances } from "./Balances";
import { ChangeDialog } from "./ChangeDialog";
import { budget, type Budget } from "./queries";
import { budgetLevels } from "./states";
import { TransfersOf } from "./TransfersOf";

const facts = (record: Budget): Fact[] => [
  { label: "批复金额", value: <Money fen={record.granted_fen} /> },
  { label: "年度", value: <span className="figures">{record.year}</span> },
  { label: "批复文件", value: record.document },
  { label: "执行率", value: record.granted_fen > 0 && <span className="figures">{percent(record.paid_fen / record.granted_fen)}（已付 ÷ 批复）</span> },
  { label: "余额", value: <Balances of={record} />, wide: true },
];

export default function BudgetPage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={budget(id)}
      name={({ name }) => name}
      states={budgetLevels}
      area={({ area_id }) => <AreaName id={area_id} />}
      number={({ year }) => `${year} 年度`}
      facts={facts}
      tabs={() => [{ key: "transfers", label: "记账", children: <TransfersOf id={id} /> }]}
      dialogs={{ changes: ({ record, ...asked }) => <ChangeDialog budget={record} {...asked} /> }}
    />
  );
}
