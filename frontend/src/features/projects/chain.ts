/** The way need → deliberation → project → activity → hours → satisfaction as one line, from whichever record it is looked at. */
import type { ChainStep } from "@/ui/Chain";
import { dayOf } from "@/ui/times";
import type { Activity, Survey } from "./activity/queries";
import { activityStates } from "./activity/states";
import { deliberationStates, outcomes } from "./deliberation/states";
import type { Chain, Need } from "./need/queries";
import { projectStates } from "./project/states";

const NAMES = ["需求", "议事", "项目", "活动", "志愿服务时长", "满意度"] as const;

type Name = (typeof NAMES)[number];

/** What is known of a step; a step that nothing is known of lies ahead. */
type Known = Partial<Record<Name, { to?: string; note?: string; isReached?: boolean }>>;

function line(current: Name, known: Known): ChainStep[] {
  // An activity does not know what was talked over before its project.
  return NAMES.filter((label) => label !== "议事" || current === "需求").map((label) => {
    const { to, note, isReached = true } = known[label] ?? { isReached: false };
    return { label, to, note, at: label === current ? "current" : isReached ? "done" : "ahead" };
  });
}

const counts = (held: number, published: number) => (published > 0 ? `已办 ${held} · 待办 ${published}` : `已办 ${held}`);

const pageOf = (id: string) => `/projects/activities/${id}`;
const hoursOf = (id: string) => `/volunteers/hours?activity_id=${id}`;

/** Of several activities the list says more; those that were held lead on to their hours and answers. */
function several(list: string, held: number, published: number): Known {
  if (held + published === 0) return {};
  const each = { to: `${list}&state=held`, note: "按活动查看" };
  return { 活动: { to: list, note: counts(held, published), isReached: held > 0 }, ...(held > 0 && { 志愿服务时长: each, 满意度: each }) };
}

type ShownSurvey = Pick<Survey, "id" | "answered" | "drawn">;

/** What came of one held activity; an activity without hours or answers has not come to these steps. */
export interface Outcome {
  /** Entries confirmed. */
  hours?: number;
  survey?: ShownSurvey | null;
}

const hoursStep = (id: string, { hours = 0 }: Outcome) => ({ to: hoursOf(id), isReached: hours > 0, ...(hours > 0 && { note: `已确认 ${hours} 条` }) });

function alone({ id, state }: Pick<Activity, "id" | "state">, outcome: Outcome): Known {
  const activity = { to: pageOf(id), note: activityStates[state].label, isReached: state === "held" };
  const answers = { to: `${pageOf(id)}?tab=survey`, isReached: (outcome.survey?.answered ?? 0) > 0 };
  return { 活动: activity, ...(state === "held" && { 志愿服务时长: hoursStep(id, outcome), 满意度: answers }) };
}

/** The latest of the talks about a need is the one that goes on; several are listed. */
function talks({ deliberations = [], need_id }: Pick<Chain, "deliberations" | "need_id">): Known {
  const latest = deliberations.at(-1);
  if (!latest) return {};
  const to = deliberations.length > 1 ? `/projects/deliberations?need_id=${need_id}` : `/projects/deliberations/${latest.id}`;
  return { 议事: { to, note: latest.outcome ? outcomes[latest.outcome] : deliberationStates[latest.state].label, isReached: latest.outcome !== null } };
}

export function needChainSteps(need: Need, chain: Chain | undefined, outcome: Outcome = {}): ChainStep[] {
  const { project, activities = [], need_id = need.id } = chain ?? {};
  const [first, ...others] = activities;
  const inState = (asked: Activity["state"]) => activities.filter(({ state }) => state === asked).length;
  return line("需求", {
    需求: { note: dayOf(need.raised_at) },
    ...(chain && talks(chain)),
    ...(project && { 项目: { to: `/projects/projects/${project.id}`, note: projectStates[project.state].label } }),
    ...(first && others.length === 0 ? alone(first, outcome) : several(`/projects/activities?need_id=${need_id}`, inState("held"), inState("published"))),
  });
}

/** What the reader's roles open; to others the project's own page shows its needs, the activity's own page its survey. */
export interface Reach {
  needs: boolean;
  surveys: boolean;
}

/** Several needs are listed on the project's own page. */
export function needsOf({ need_ids: [first, ...others] }: { need_ids: string[] }, project: string, reach: Pick<Reach, "needs">) {
  const opensNeed = others.length === 0 && reach.needs;
  return opensNeed ? { to: `/projects/needs/${first}` } : { to: `${project}?tab=needs`, note: `${others.length + 1} 项` };
}

/** Whoever may not read the survey still sees that one follows what was held. */
function surveyStep(activity: Activity, { survey }: Outcome, reach: Reach): Known {
  if (survey) return { 满意度: { to: `/assessment/surveys/${survey.id}`, note: `${survey.answered} / ${survey.drawn} 份`, isReached: survey.answered > 0 } };
  return activity.state === "held" && !reach.surveys ? { 满意度: { to: `${pageOf(activity.id)}?tab=survey`, isReached: false } } : {};
}

export function activityChainSteps(activity: Activity, outcome: Outcome, reach: Reach): ChainStep[] {
  const project = `/projects/projects/${activity.project_id}`;
  return line("活动", {
    需求: needsOf(activity, project, reach),
    项目: { to: project },
    活动: { note: activityStates[activity.state].label },
    ...(activity.state !== "planned" && { 志愿服务时长: hoursStep(activity.id, outcome) }),
    ...surveyStep(activity, outcome, reach),
  });
}
