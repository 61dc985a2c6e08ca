/** The way need → project → activity → hours → satisfaction as one line, from whichever record it is looked at. */
import type { ChainStep } from "@/ui/Chain";
import { dayOf } from "@/ui/times";
import type { Activity } from "./activity/queries";
import { activityStates } from "./activity/states";
import type { Chain, Need } from "./need/queries";
import type { Project } from "./project/queries";
import { projectStates } from "./project/states";

const NAMES = ["需求", "项目", "活动", "志愿时长", "满意度"] as const;

type Name = (typeof NAMES)[number];

/** What is known of a step; a step that nothing is known of lies ahead. */
type Known = Partial<Record<Name, { to?: string; note?: string; isReached?: boolean }>>;

function line(current: Name, known: Known): ChainStep[] {
  return NAMES.map((label) => {
    const { to, note, isReached = true } = known[label] ?? { isReached: false };
    return { label, to, note, at: label === current ? "current" : isReached ? "done" : "ahead" };
  });
}

const counts = (held: number, published: number) => `已办 ${held} · 待办 ${published}`;

/** One activity opens its page, several open their list; both know whether any has been held. */
function activitiesOf(all: { id: string; state: Activity["state"] }[], list: string): Known {
  const [first] = all;
  const held = all.filter(({ state }) => state === "held").length;
  const published = all.filter(({ state }) => state === "published").length;
  if (!first) return {};
  return { 活动: { to: all.length === 1 ? `/projects/activities/${first.id}` : list, note: counts(held, published), isReached: held > 0 } };
}

export function needChainSteps(need: Need, chain: Chain | undefined): ChainStep[] {
  const project = chain?.project;
  return line("需求", {
    需求: { note: dayOf(need.raised_at) },
    ...(project && { 项目: { to: `/projects/projects/${project.id}`, note: projectStates[project.state].label } }),
    ...activitiesOf(chain?.activities ?? [], `/projects/activities?need_id=${chain?.need_id ?? need.id}`),
  });
}

/** Several needs are listed on the project's own page. */
const needsOf = ([first, ...others]: string[]) =>
  others.length === 0 ? { to: `/projects/needs/${first}` } : { to: "?tab=needs", note: `${others.length + 1} 项` };

export function projectChainSteps(project: Project): ChainStep[] {
  const { activities_held: held, activities_published: published } = project;
  return line("项目", {
    需求: needsOf(project.need_ids),
    项目: { note: projectStates[project.state].label },
    ...(held + published > 0 && { 活动: { to: `/projects/activities?project_id=${project.id}`, note: counts(held, published), isReached: held > 0 } }),
  });
}

export function activityChainSteps(activity: Activity, survey: { id: string; answered: number; drawn: number } | undefined): ChainStep[] {
  const isHeld = activity.state === "held";
  const project = `/projects/projects/${activity.project_id}`;
  return line("活动", {
    需求: activity.need_ids.length === 1 ? needsOf(activity.need_ids) : { to: `${project}?tab=needs`, note: `${activity.need_ids.length} 项` },
    项目: { to: project },
    活动: { note: activityStates[activity.state].label },
    ...(activity.state !== "planned" && { 志愿时长: { to: `/volunteers/hours?activity_id=${activity.id}`, isReached: isHeld } }),
    ...(survey && { 满意度: { to: `/assessment/surveys/${survey.id}`, note: `${survey.answered} / ${survey.drawn} 份`, isReached: true } }),
  });
}
