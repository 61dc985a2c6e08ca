/** What an officer should have seen before a stage is passed: none of it forbids passing, all of it asks for a look. */
import { dayOf } from "@/ui/times";
import type { Stage } from "../contract/queries";
import type { Acceptance } from "./queries";

export function cautionsOf({ activity_ids, survey, evidence }: Acceptance, stage: Stage | undefined, today = dayOf(new Date())): string[] {
  const said = [
    activity_ids.length === 0 && "本阶段没有举办过活动",
    evidence.length > 0 && evidence.every(({ attachment_ids }) => attachment_ids.length === 0) && "验收材料只有文字，没有附件",
    survey && survey.answered === 0 && "满意度调查没有居民作答（0 份），通过后应付比例须由两人决定",
    stage && stage.due_on > today && `合同约定本阶段至 ${stage.due_on}，尚未到期`,
  ];
  return said.filter((each) => typeof each === "string");
}

/** The stage that an acceptance is about. */
export const stageOf = ({ stage_no }: Acceptance, stages: Stage[] | undefined) => stages?.find(({ no }) => no === stage_no);
