/** 近期活动: what is planned or published, the soonest first, so that what should have ended stands on top. */
import { Button } from "antd";
import { Link } from "react-router";
import type { Question } from "@/api/view";
import { OnlyFor } from "@/ui/OnlyFor";
import { ShortList, type FirstOf, type Line } from "@/ui/ShortList";
import { StateTag } from "@/ui/StateTag";
import { planners } from "../roles";
import { useHolds } from "../useHolds";
import { WorkerName } from "@/ui/WorkerName";
import { nextOfActivity } from "./nextOfActivity";
import { activities, type Activity } from "./queries";
import { activityStates } from "./states";
import { When } from "./When";

const SHOWN = 6;
const MOST = 200;

const inState = (state: Activity["state"]) => activities.page({ state, limit: MOST, count: true });

const coming: Question<FirstOf<Activity>> = {
  queryKey: ["projects", "activities", "coming"],
  queryFn: async () => {
    const pages = await Promise.all([inState("planned"), inState("published")]);
    const open = pages.flatMap(({ items }) => items);
    open.sort((one, other) => one.starts_at.localeCompare(other.starts_at));
    const total = pages.reduce((sum, page) => sum + (page.count ?? page.items.length), 0);
    // The service lists the latest start first, so beyond a page the soonest may be out of sight.
    return { items: open.slice(0, SHOWN), total, ...(pages.some(({ next }) => next) && { among: MOST }) };
  },
};

/** Names of social workers are read by their colleagues. */
const lineWith = (withLead: boolean) => (activity: Activity): Line => ({
  id: activity.id,
  to: `/projects/activities/${activity.id}`,
  name: activity.title,
  state: <StateTag states={activityStates} state={activity.state} />,
  marks: [<When key="when" of={activity} />, activity.place.name, ...(withLead ? [<span key="lead">负责 <WorkerName id={activity.lead_social_worker_id} /></span>] : [])],
  next: nextOfActivity(activity, {})?.what,
});

const planOne = (
  <OnlyFor roles={planners}>
    <Link to="/projects/activities/new"><Button>计划活动</Button></Link>
  </OnlyFor>
);

export function ComingActivities() {
  const line = lineWith(useHolds(["social_worker"]) === true);
  return <ShortList title="近期活动" question={coming} line={line} all="/projects/activities" empty={{ advice: "没有要办的活动。项目批准后，先在项目里计划一次活动。", act: planOne }} />;
}
