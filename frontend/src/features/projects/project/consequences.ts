/** What the acts that cannot be taken back will do to a project. */
import type { Consequences } from "@/ui/ActionButtons";
import { yuan } from "@/ui/amounts";
import type { Project } from "./queries";

const planOf = ({ title, budget_fen, starts_on, ends_on }: Project) => `“${title}”（预算 ${yuan(budget_fen)} 元，${starts_on} 至 ${ends_on}）`;

export const consequencesOf = (project: Project): Consequences => ({
  submission: `把${planOf(project)}提交镇街审批；审批期间不能修改方案。`,
  approval: `批准${planOf(project)}。所依据的 ${project.need_ids.length} 项需求随之立项，项目即可计划活动；批准不能撤回。`,
});
