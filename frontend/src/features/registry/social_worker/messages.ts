/** The words of a registration. */
import type { SocialWorker } from "@/ui/workers";

export const employerKinds: Record<SocialWorker["employer_kind"], string> = {
  agency: "社工机构聘用",
  town_government: "镇街直聘（双百工程）",
};
