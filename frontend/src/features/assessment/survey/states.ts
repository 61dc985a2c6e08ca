/** States of a satisfaction survey, and why a result is not shown. */
import type { States } from "@/ui/StateTag";
import type { Survey } from "./queries";

export const surveyStates: States<Survey["state"]> = {
  open: { label: "作答中", tone: "active" },
  closed: { label: "已结束", tone: "neutral" },
};

export const withheldBecause: Record<NonNullable<Survey["withheld"]>, string> = {
  open: "调查结束后公布",
  small_group: "作答人数太少，为保护受访者不公布",
};

/** The same where there is room for a figure only. */
export const withheldShort: typeof withheldBecause = { open: "结束后公布", small_group: "人数少，不公布" };

export const scoreNames = ["很不满意", "不满意", "一般", "满意", "很满意"] as const;
