/** The words of a need. */
import type { Source } from "./queries";

export const channels: Record<Source["channel"], string> = {
  forum: "议事会",
  home_visit: "入户走访",
  phone: "电话访问",
  questionnaire: "问卷调查",
  self_report: "居民自报",
};

/** Residents report for themselves; whoever records for others names one of these. */
export const recordingChannels = (["forum", "home_visit", "phone", "questionnaire"] as const).map((value) => ({ value, label: channels[value] }));
