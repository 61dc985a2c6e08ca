/** What the acts that cannot be taken back will do to a project. */
import type { Consequences } from "@/ui/ActionButtons";
import { yuan } from "@/ui/amounts";
import type { Line, OpenBudget } from "../budget/queries";
import type { Project } from "./queries";

const planOf = ({ title, budget_fen, starts_on, ends_on }: Project) => `“${title}”（预算 ${yuan(budget_fen)} 元，${starts_on} 至 ${ends_on}）`;

/** Lines are written before approval or not at all: whoever submits or approves without them is told what that means. */
function unpaid({ budget_fen, lines_fen }: Project): string {
  if (lines_fen === budget_fen) return "";
  if (lines_fen > 0) return `注意：预算明细合计 ${yuan(lines_fen)} 元，与预算 ${yuan(budget_fen)} 元不符，须先改正。`;
  return `注意：预算 ${yuan(budget_fen)} 元还没有编制明细（合计 0.00 元）。批准后不能再编，没有明细的项目不能采购；要采购的请先编制预算明细。`;
}

/** Which budgets are drawn on, as the lines name them. */
export const drawnOn = (lines: Line[], budgets: OpenBudget[]) =>
  lines.map(({ budget_id, amount_fen }) => `“${budgets.find(({ id }) => id === budget_id)?.name ?? "预算"}”列支 ${yuan(amount_fen)} 元`).join("，");

export const consequencesOf = (project: Project, drawn = ""): Consequences => ({
  submission: `把${planOf(project)}提交镇街审批；审批期间不能修改方案。${unpaid(project)}`,
  approval: `批准${planOf(project)}。所依据的 ${project.need_ids.length} 项需求随之立项，项目即可计划活动；${drawn && `从${drawn}；`}批准不能撤回。${unpaid(project)}`,
});
