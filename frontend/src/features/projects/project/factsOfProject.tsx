/** The facts of a project. */
import { Link } from "react-router";
import type { Fact } from "@/ui/Facts";
import { Money } from "@/ui/Money";
import { OrganisationName } from "@/ui/OrganisationName";
import { minuteOf } from "@/ui/times";
import { DeliberationTitle } from "../deliberation/DeliberationTitle";
import type { Project } from "./queries";

const moment = (at: string | null) => at && <span className="figures">{minuteOf(at)}</span>;

export function factsOfProject(project: Project): Fact[] {
  const facts: Fact[] = [
    { label: "预算", value: <Money fen={project.budget_fen} /> },
    { label: "期限", value: <span className="figures">{project.starts_on} 至 {project.ends_on}</span> },
    { label: "承接组织", value: project.organisation_id && <><OrganisationName id={project.organisation_id} />{project.carried_out_by === null && "（合同已结束）"}</> },
    { label: "活动", value: `已举办 ${project.activities_held} 次，已发布待举办 ${project.activities_published} 次` },
    ...(project.deliberation_id ? [{ label: "议事协商", value: <Link to={`/projects/published/deliberations/${project.deliberation_id}`}><DeliberationTitle id={project.deliberation_id} /></Link>, wide: true }] : []),
    { label: "目标", wide: true, value: <ol style={{ margin: 0, paddingInlineStart: 20 }}>{project.goals.map((goal) => <li key={goal}>{goal}</li>)}</ol> },
    { label: "提交时间", value: moment(project.submitted_at) },
    { label: "批准时间", value: moment(project.approved_at) },
  ];
  if (project.outcome) facts.push({ label: "结项时间", value: moment(project.closed_at) }, { label: "成效", value: project.outcome, wide: true });
  return facts;
}
