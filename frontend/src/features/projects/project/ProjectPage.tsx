/** One project: the needs it answers, its goals and money, its activities, and who acts next. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { RecordPage } from "@/ui/RecordPage";
import { ActivitiesOfProject } from "../activity/ActivitiesOfProject";
import { LinesOf } from "../budget/LinesOf";
import { useMoneyChain } from "../moneyChain";
import { ClosingDialog } from "./ClosingDialog";
import { consequencesOf } from "./consequences";
import { factsOfProject } from "./factsOfProject";
import { NeedsOfProject } from "./NeedsOfProject";
import { nextOfProject } from "./nextOfProject";
import { project } from "./queries";
import { projectStates } from "./states";

export default function ProjectPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const { data } = useQuery(project(id));
  const { steps, spending } = useMoneyChain("项目", data && { project_id: data.id });
  return (
    <RecordPage
      question={project(id)}
      name={({ title }) => title}
      states={projectStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={() => steps}
      next={(record) => nextOfProject(record, spending)}
      facts={factsOfProject}
      consequences={consequencesOf}
      tabs={(record) => [
        { key: "activities", label: "活动", children: <ActivitiesOfProject of={record.id} /> },
        { key: "needs", label: `所依据的需求 ${record.need_ids.length}`, children: <NeedsOfProject of={record} /> },
        { key: "lines", label: "预算明细", children: <LinesOf project={record} /> },
      ]}
      instead={() => ({
        revision: () => void navigate(`/projects/projects/${id}/revision`),
        lines: () => void navigate(`/projects/projects/${id}/lines`),
        purchases: () => void navigate(`/projects/purchases/new?project_id=${id}`),
        activities: () => void navigate(`/projects/activities/new?project_id=${id}`),
      })}
      dialogs={{ closing: ({ record, ...asked }) => <ClosingDialog project={record} {...asked} /> }}
    />
  );
}
