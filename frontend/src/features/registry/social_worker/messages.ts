/** The words of a registration. */
import type { SocialWorker } from "./queries";

export const levels: Record<SocialWorker["level"], string> = {
  assistant: "助理社会工作师",
  intermediate: "社会工作师",
  senior: "高级社会工作师",
};

export const employerKinds: Record<SocialWorker["employer_kind"], string> = {
  agency: "社工机构聘用",
  town_government: "镇街直聘（双百工程）",
};
