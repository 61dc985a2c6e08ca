/** States of a satisfaction survey, and why a result is not shown. */
import { percent } from "@/ui/amounts";
import type { States } from "@/ui/StateTag";
import type { Survey } from "./queries";

export const surveyStates: States<Survey["state"]> = {
  open: { label: "作答中", tone: "active" },
  closed: { label: "已结束", tone: "neutral" },
};

export const subjects: States<Survey["subject"]> = {
  activity: { label: "活动", tone: "neutral" },
  contract_stage: { label: "合同阶段", tone: "neutral" },
};

/** An activity by its title, a stage by that of its contract and its number. */
export const nameOf = ({ title, stage_no }: Pick<Survey, "title" | "stage_no">) => (stage_no === null ? title : `${title} · 第 ${stage_no} 阶段`);

/** Parts per million as a percentage of two decimals; money is reckoned with all of them. */
export const millionths = (ppm: number) => percent(ppm / 1_000_000, 2);

export const withheldBecause: Record<NonNullable<Survey["withheld"]>, string> = {
  open: "调查结束后公布",
  small_group: "作答人数太少，为保护受访者不公布",
};

/** The same where there is room for a figure only. */
export const withheldShort: typeof withheldBecause = { open: "结束后公布", small_group: "人数少，不公布" };

export const scoreNames = ["很不满意", "不满意", "一般", "满意", "很满意"] as const;
