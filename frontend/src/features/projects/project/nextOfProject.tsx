/** What waits at a project, for whom, until when. */
import { AreaName, TownName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import type { Project } from "./queries";

export function nextOfProject(project: Project): Waiting | undefined {
  const drafter = project.organisation_id ? "起草单位或承接组织" : <><AreaName id={project.area_id} />经办</>;
  switch (project.state) {
    case "draft":
      return { what: "核对方案后提交审批", who: drafter };
    case "returned":
      return { what: `按退回意见修改后再提交：${project.returned_because ?? ""}`, who: drafter };
    case "submitted":
      return { what: "审批：批准或退回补正", who: <><TownName of={project.area_id} />经办（提交人除外）</> };
    case "approved":
      return project.activities_published > 0
        ? { what: `按计划举办已发布的 ${project.activities_published} 次活动`, who: "活动负责社工", until: project.ends_on }
        : { what: project.activities_held > 0 ? "计划下一次活动，或结项" : "计划并发布活动", who: "社工或承接组织", until: project.ends_on };
    default:
      return undefined;
  }
}
