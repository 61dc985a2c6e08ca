/** Activities: what is planned, published and held, as a list or month by month. */
import { Button } from "antd";
import { Link, useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { count } from "@/ui/amounts";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { Narrowed } from "@/ui/Narrowed";
import { NeedTitle } from "../need/NeedTitle";
import { ProjectTitle } from "../project/ProjectTitle";
import { planners } from "../roles";
import { ActivityCalendar } from "./ActivityCalendar";
import { WorkerName } from "@/ui/WorkerName";
import { activities, type Activity, type ActivityQuery } from "./queries";
import { activityStates } from "./states";
import { When } from "./When";

const filters: Filter<ActivityQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(activityStates) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const wantedIn = ({ wanted }: Activity) => wanted.reduce((sum, { count }) => sum + count, 0);

const columns: Column<Activity>[] = [
  { key: "title", title: "活动", value: ({ title }) => title },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={activityStates} state={state} /> },
  { key: "when", title: "时间", value: (activity) => <When of={activity} /> },
  { key: "place", title: "地点", value: ({ place }) => place.name },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "wanted", title: "招募志愿者", value: (activity) => count(wantedIn(activity)), number: true },
  { key: "project", title: "项目", value: ({ project_id }) => <Link to={`/projects/projects/${project_id}`}><ProjectTitle id={project_id} /></Link>, extra: true },
  { key: "lead", title: "负责社工", value: ({ lead_social_worker_id }) => <WorkerName id={lead_social_worker_id} />, extra: true },
];

const planOne = (
  <OnlyFor roles={[...planners]}>
    <Link to="/projects/activities/new"><Button type="primary">计划活动</Button></Link>
  </OnlyFor>
);

export default function ActivityList() {
  const [params] = useSearchParams();
  if (params.get("view") === "calendar") return <ActivityCalendar />;
  const [need_id, project_id] = [params.get("need_id"), params.get("project_id")];
  return (
    <>
      <Narrowed by="need_id">{(id) => <>只列回应“<Link to={`/projects/needs/${id}`}><NeedTitle id={id} /></Link>”的活动</>}</Narrowed>
      <Narrowed by="project_id">{(id) => <>只列“<Link to={`/projects/projects/${id}`}><ProjectTitle id={id} /></Link>”的活动</>}</Narrowed>
      <ListPage
        title="活动"
        list={activities}
        columns={columns}
        filters={filters}
        fixed={{ ...(need_id && { need_id }), ...(project_id && { project_id }) }}
        open={({ id }) => `/projects/activities/${id}`}
        acts={<><Link to="?view=calendar"><Button>月历</Button></Link>{planOne}</>}
        empty={{ title: "还没有活动", advice: "在已批准的项目中计划、由登记社工负责的活动会列在这里。", act: planOne }}
      />
    </>
  );
}
