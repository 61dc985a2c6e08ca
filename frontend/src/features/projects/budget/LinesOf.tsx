/** 预算明细 of a project: which budget pays what, and how much of each line is in no purchase yet. */
import { useQuery } from "@tanstack/react-query";
import { yuan } from "@/ui/amounts";
import { Answered } from "@/ui/Answered";
import { Money } from "@/ui/Money";
import { WideTable } from "@/ui/WideTable";
import type { Project } from "../project/queries";
import { budgetsFor, linesOf, type Line } from "./queries";

export function LinesOf({ project: { id, area_id, budget_fen, approved_at } }: { project: Project }) {
  const budgets = useQuery(budgetsFor(area_id)).data ?? [];
  const nameOf = (line: Line) => budgets.find((one) => one.id === line.budget_id)?.name ?? "预算";
  return (
    <Answered query={useQuery(linesOf(id))}>
      {(lines) => (
        <WideTable<Line>
          label="预算明细"
          dataSource={lines}
          locale={{ emptyText: "还没有编制预算明细；没有明细的项目不能采购" }}
          footer={() => <span className="figures">合计 {yuan(lines.reduce((sum, { amount_fen }) => sum + amount_fen, 0))} 元，项目预算 {yuan(budget_fen)} 元</span>}
          columns={[
            { title: "用途", render: (_purpose: unknown, { purpose }) => purpose },
            { title: "预算", render: (_budget: unknown, line) => nameOf(line) },
            { title: "金额", align: "right", render: (_amount: unknown, { amount_fen }) => <Money fen={amount_fen} /> },
            { title: "未采购的余额", align: "right", render: (_left: unknown, { committed_fen }) => (approved_at ? <Money fen={committed_fen} /> : "批准后安排") },
          ]}
        />
      )}
    </Answered>
  );
}
