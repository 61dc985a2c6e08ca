/** The way need → project → activity → sign-up → hours as one line, from whichever record it is looked at. */
import { pageOf } from "@/api/view";
import type { ChainStep } from "@/ui/Chain";
import type { Activity } from "./activity";

const NAMES = ["需求", "项目", "活动", "报名", "志愿服务时长"] as const;

type Name = (typeof NAMES)[number];

interface Parents {
  /** The record's own links, which name activity and project. */
  links: Record<string, string>;
  /** The activity as its owner tells it; it alone knows the needs. */
  activity: Activity | undefined;
  signups?: string;
  hours?: string;
}

/** Several needs are listed on the project's own page. */
function needsOf(activity: Activity | undefined): Pick<ChainStep, "to" | "note"> {
  const [first, ...others] = activity?.need_ids ?? [];
  if (!first) return {};
  return others.length === 0 ? { to: `/projects/needs/${first}` } : { to: `/projects/projects/${activity?.project_id}?tab=needs`, note: `${others.length + 1} 项` };
}

export function serviceChain(current: Name, { links, activity, signups, hours }: Parents): ChainStep[] {
  const linked = (name: string) => (links[name] ? pageOf(links[name]) : undefined);
  const known: Record<Name, Pick<ChainStep, "to" | "note">> = {
    需求: needsOf(activity),
    项目: { to: linked("project") },
    活动: { to: linked("activity") },
    报名: { to: signups },
    志愿服务时长: { to: hours },
  };
  const here = NAMES.indexOf(current);
  return NAMES.map((label, place) => ({ label, at: place < here ? "done" : place === here ? "current" : "ahead", ...known[label] }));
}
