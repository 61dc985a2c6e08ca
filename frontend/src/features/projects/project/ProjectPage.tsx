/** One project: the needs it answers, its goals and money, its activities, and who acts next. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { RecordPage } from "@/ui/RecordPage";
import { ActivitiesOfProject } from "../activity/ActivitiesOfProject";
import { LinesOf } from "../budget/LinesOf";
import { useMoneyChain } from "../moneyChain";
import { ClosingDialog } from "./ClosingDialog";
import { budgetsFor, linesOf } from "../budget/queries";
import { consequencesOf, drawnOn } from "./consequences";
import { factsOfProject } from "./factsOfProject";
import { NeedsOfProject } from "./NeedsOfProject";
import { nextOfProject } from "./nextOfProject";
import { project, type Project } from "./queries";
import { projectStates } from "./states";

/** Asked where somebody is about to approve it. */
function useDrawnOn(of: Project | undefined): string {
  const enabled = of?.state === "submitted";
  const { data: lines = [] } = useQuery({ ...linesOf(of?.id ?? ""), enabled });
  const { data: budgets = [] } = useQuery({ ...budgetsFor(of?.area_id ?? ""), enabled });
  return drawnOn(lines, budgets);
}

export default function ProjectPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const { data } = useQuery(project(id));
  const { steps, spending } = useMoneyChain("项目", data && { project_id: data.id });
  const drawn = useDrawnOn(data);
  return (
    <RecordPage
      question={project(id)}
      name={({ title }) => title}
      states={projectStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={() => steps}
      next={(record) => nextOfProject(record, spending)}
      facts={factsOfProject}
      consequences={(record) => consequencesOf(record, drawn)}
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
