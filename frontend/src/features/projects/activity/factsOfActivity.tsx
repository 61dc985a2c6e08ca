/** The facts of an activity. */
import { Link } from "react-router";
import type { Fact } from "@/ui/Facts";
import { OrganisationName } from "@/ui/OrganisationName";
import { minuteOf } from "@/ui/times";
import { ProjectTitle } from "../project/ProjectTitle";
import { WorkerName } from "@/ui/WorkerName";
import type { Activity } from "./queries";
import { When } from "./When";

const moment = (at: string) => <span className="figures">{minuteOf(at)}</span>;

const positionOf = ({ latitude, longitude }: Activity["place"]) => (latitude === null || longitude === null ? "" : `（${latitude}, ${longitude}）`);

export const factsOfActivity = (activity: Activity): Fact[] => [
  { label: "时间", value: <When of={activity} /> },
  { label: "地点", value: <>{activity.place.name}<span className="figures muted">{positionOf(activity.place)}</span></> },
  { label: "负责社工", value: <WorkerName id={activity.lead_social_worker_id} /> },
  { label: "所属项目", value: <Link to={`/projects/projects/${activity.project_id}`}><ProjectTitle id={activity.project_id} /></Link> },
  { label: "承接组织", value: activity.organisation_id && <OrganisationName id={activity.organisation_id} /> },
  { label: "居民名额", value: activity.resident_places > 0 ? `${activity.resident_places} 人` : "不限" },
  ...(activity.published_at ? [{ label: "发布时间", value: moment(activity.published_at) }] : []),
  ...(activity.held_at ? [{ label: "举办时间", value: moment(activity.held_at) }] : []),
  { label: "说明", value: activity.description, wide: true },
];
