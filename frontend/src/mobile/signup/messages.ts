/** What signing up says. */
import type { Signup } from "./queries";

const zh = {
  title: "我的报名",
  signUp: "报名",
  joinWaiting: "报名候补",
  closed: "已停止报名",
  confirm: "确认报名",
  notYet: "再想想",
  ask: (role: string) => `报名「${role}」，到时请准时到场。`,
  askWaiting: (role: string) => `「${role}」名额已满，有人取消时按候补号依次递补。`,
  label: (title: string) => `报名：${title}`,
  kept: "报名已保存在手机里，联网后自动提交一次。",
  registerFirst: "先注册志愿者，再报名",
  waitingNumber: (number: number) => `候补号 ${number}`,
  waitingAdvice: "有人取消时按候补号递补，递补后这里会显示「已报名」。",
  calendar: "加入日历",
  cancel: "取消报名",
  cancelAsk: (title: string) => `取消「${title}」的报名？名额会让给候补的人。`,
  keep: "不取消",
  details: "活动详情",
  checkIn: "去签到",
  checkOut: "去签退",
  because: { activity_cancelled: "活动取消", activity_held: "活动已结束", by_volunteer: "本人取消", withdrawn: "注销注册" } satisfies Record<NonNullable<Signup["cancelled_because"]>, string>,
  coming: "待参加",
  past: "以往",
  empty: "还没有报名",
  emptyAdvice: "报名后，时间、地点和候补号都在这里。",
  find: "去看活动",
};

type SignupMessages = typeof zh;

const en: SignupMessages = {
  title: "My sign-ups",
  signUp: "Sign up",
  joinWaiting: "Join waiting list",
  closed: "Sign-up has closed",
  confirm: "Confirm",
  notYet: "Not yet",
  ask: (role) => `Sign up as “${role}”. Please be on time.`,
  askWaiting: (role) => `“${role}” is full. When somebody cancels, the waiting list moves up in order.`,
  label: (title) => `Sign-up: ${title}`,
  kept: "Your sign-up is kept on the phone and sent once when you are back online.",
  registerFirst: "Register as a volunteer first",
  waitingNumber: (number) => `Waiting number ${number}`,
  waitingAdvice: "When somebody cancels, the list moves up in order; this then says “Signed up”.",
  calendar: "Add to calendar",
  cancel: "Cancel sign-up",
  cancelAsk: (title) => `Cancel your sign-up for “${title}”? The place goes to who waits.`,
  keep: "Keep it",
  details: "Details",
  checkIn: "Check in",
  checkOut: "Check out",
  because: { activity_cancelled: "activity cancelled", activity_held: "activity over", by_volunteer: "cancelled by yourself", withdrawn: "registration withdrawn" },
  coming: "To come",
  past: "Past",
  empty: "No sign-ups yet",
  emptyAdvice: "Times, places and waiting numbers are shown here.",
  find: "See activities",
};

export const messages = { zh, en };
