/** What the page of hours says. */
import type { Hours } from "./queries";

const zh = {
  confirmed: "已确认",
  waiting: "待确认",
  show: "显示",
  all: "全部",
  sources: { attendance: "签到", manual: "补录", counter: "冲正" } satisfies Record<Hours["source"], string>,
  forgot: "忘签退，按计划结束时间计",
  placeUnknown: "位置未知，待负责社工证明在场",
  vouched: "负责社工已证明在场",
  because: (text: string) => `说明：${text}`,
  objection: (text: string) => `意见：${text}`,
  disputeReason: "有什么不对",
  dispute: "提出异议",
  notNow: "返回",
  disputeAsk: "写明哪里不对，第二人会看到。",
  empty: "还没有志愿服务时长",
  emptyAdvice: "参加活动并经第二人确认后，时长会记在这里。",
  emptyState: "没有这类时长",
  certificates: "志愿服务证明",
  registerFirst: "注册志愿者后记录时长",
  register: "注册志愿者",
};

type HoursMessages = typeof zh;

const en: HoursMessages = {
  confirmed: "Confirmed",
  waiting: "To be confirmed",
  show: "Show",
  all: "All",
  sources: { attendance: "by check-in", manual: "entered by hand", counter: "counter-entry" },
  forgot: "no check-out; counted to the planned end",
  placeUnknown: "place not known; the social worker is to vouch for it",
  vouched: "the social worker vouches for the place",
  because: (text) => `Reason: ${text}`,
  objection: (text) => `Remark: ${text}`,
  disputeReason: "What is wrong",
  dispute: "Dispute",
  notNow: "Back",
  disputeAsk: "Say what is wrong; the second person will read it.",
  empty: "No hours yet",
  emptyAdvice: "After an activity, once a second person has confirmed, hours are kept here.",
  emptyState: "No hours of this kind",
  certificates: "Certificates",
  registerFirst: "Hours are kept for registered volunteers",
  register: "Register as a volunteer",
};

export const messages = { zh, en };
