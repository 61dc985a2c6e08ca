/** The way from the need to what the residents say of the activity. */
import { pageOf } from "@/api/view";
import type { ChainStep } from "@/ui/Chain";
import type { Survey } from "./queries";

const hrefs = ({ links }: Survey, name: string) => [links[name] ?? []].flat();

export function surveyChain(survey: Survey, hours: number): ChainStep[] {
  const project = pageOf(hrefs(survey, "project")[0] ?? "");
  const needs = hrefs(survey, "needs");
  const need = needs.length === 1 ? { to: pageOf(needs[0] ?? "") } : { to: `${project}?tab=needs`, note: `${needs.length} 项` };
  return [
    { label: "需求", at: "done", ...need },
    { label: "项目", at: "done", to: project },
    { label: "活动", at: "done", to: pageOf(hrefs(survey, "activity")[0] ?? "") },
    { label: "志愿服务时长", at: hours > 0 ? "done" : "ahead", to: `/volunteers/hours?activity_id=${survey.activity_id}` },
    { label: "满意度", at: "current", note: `${survey.answered} / ${survey.drawn} 份` },
  ];
}
