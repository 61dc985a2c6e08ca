/** The activities of a project, the latest first. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { StateTag } from "@/ui/StateTag";
import { WideTable } from "@/ui/WideTable";
import { WorkerName } from "@/ui/WorkerName";
import { activitiesOfProject, type Activity } from "./queries";
import { activityStates } from "./states";
import { When } from "./When";

export function ActivitiesOfProject({ of }: { of: string }) {
  return (
    <Answered query={useQuery(activitiesOfProject(of))}>
      {(activities) => (
        <WideTable<Activity>
          dataSource={activities}
          label="活动"
          locale={{ emptyText: "还没有活动；项目批准后由社工或承接组织计划" }}
          columns={[
            { title: "活动", render: (_title: unknown, { id, title }) => <Link to={`/projects/activities/${id}`}>{title}</Link> },
            { title: "状态", render: (_state: unknown, { state }) => <StateTag states={activityStates} state={state} /> },
            { title: "时间", render: (_when: unknown, activity) => <When of={activity} /> },
            { title: "地点", render: (_place: unknown, { place }) => place.name },
            { title: "负责社工", render: (_lead: unknown, { lead_social_worker_id }) => <WorkerName id={lead_social_worker_id} /> },
          ]}
        />
      )}
    </Answered>
  );
}
