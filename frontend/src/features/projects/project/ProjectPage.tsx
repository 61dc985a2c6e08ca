/** One project: the needs it answers, its goals and money, its activities, and who acts next. */
import { useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { RecordPage } from "@/ui/RecordPage";
import { ActivitiesOfProject } from "../activity/ActivitiesOfProject";
import { projectChainSteps } from "../chain";
import { needReaders } from "../roles";
import { useHolds } from "../useHolds";
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
  const readsNeeds = useHolds(needReaders) === true;
  return (
    <RecordPage
      question={project(id)}
      name={({ title }) => title}
      states={projectStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={(record) => projectChainSteps(record, { needs: readsNeeds })}
      next={nextOfProject}
      facts={factsOfProject}
      consequences={consequencesOf}
      tabs={(record) => [
        { key: "activities", label: "活动", children: <ActivitiesOfProject of={record.id} /> },
        { key: "needs", label: `所依据的需求 ${record.need_ids.length}`, children: <NeedsOfProject of={record} /> },
      ]}
      instead={() => ({
        revision: () => void navigate(`/projects/projects/${id}/revision`),
        activities: () => void navigate(`/projects/activities/new?project_id=${id}`),
      })}
      dialogs={{ closing: ({ record, ...asked }) => <ClosingDialog project={record} {...asked} /> }}
    />
  );
}
