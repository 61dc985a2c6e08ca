/** The way from the need to what the residents say of the activity. */
import { pageOf } from "@/api/view";
import type { ChainStep } from "@/ui/Chain";
import type { Survey } from "./queries";

const hrefs = ({ links }: Survey, name: string) => [links[name] ?? []].flat();

const answersOf = ({ answered, drawn }: Survey): ChainStep => ({ label: "满意度", at: "current", note: `${answered} / ${drawn} 份` });

/** Of a contract's stage: its activities were held, its payment follows from the answers. */
function stageChain(survey: Survey, upTo: ChainStep[]): ChainStep[] {
  const held = hrefs(survey, "activities");
  return [
    ...upTo,
    { label: "合同", at: "done", to: pageOf(hrefs(survey, "contract")[0] ?? ""), note: `第 ${survey.stage_no} 阶段` },
    { label: "活动", at: "done", to: `/projects/activities?project_id=${survey.project_id}&state=held`, note: `${held.length} 次` },
    answersOf(survey),
    { label: "验收支付", at: "ahead", to: pageOf(hrefs(survey, "acceptance")[0] ?? "") },
  ];
}

export function surveyChain(survey: Survey, hours: number): ChainStep[] {
  const project = pageOf(hrefs(survey, "project")[0] ?? "");
  const needs = hrefs(survey, "needs");
  const need = needs.length === 1 ? { to: pageOf(needs[0] ?? "") } : { to: `${project}?tab=needs`, note: `${needs.length} 项` };
  const upTo: ChainStep[] = [{ label: "需求", at: "done", ...need }, { label: "项目", at: "done", to: project }];
  if (survey.subject === "contract_stage") return stageChain(survey, upTo);
  return [
    ...upTo,
    { label: "活动", at: "done", to: pageOf(hrefs(survey, "activity")[0] ?? "") },
    { label: "志愿服务时长", at: hours > 0 ? "done" : "ahead", to: `/volunteers/hours?activity_id=${survey.activity_id}` },
    answersOf(survey),
  ];
}
