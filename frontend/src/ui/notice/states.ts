/** States and matters of a notice, and how an objection stands. */
import type { States } from "../StateTag";
import type { Notice, Objection } from "./desk";

export const noticeStates: States<Notice["state"]> = {
  open: { label: "公示中", tone: "active" },
  over: { label: "公示期满", tone: "neutral" },
  withdrawn: { label: "已撤回", tone: "attention" },
};

export const noticeKinds: Record<Notice["kind"], string> = { award: "成交公示", grade: "等级公示", star: "星级公示" };

/** What is said of a notice once what it proposed was decided so. */
export const confirmed: Record<Notice["kind"], string> = { award: "成交确认于", grade: "等级确认于", star: "星级认定于" };

export const standings: States<Objection["standing"]> = {
  waiting: { label: "待答复", tone: "attention" },
  dismissed: { label: "不成立", tone: "neutral" },
  upheld: { label: "成立", tone: "alarm" },
};
