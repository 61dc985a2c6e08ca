/** What the page of one's own data says. */

const zh = {
  title: "我的数据",
  advice: "志愿服务系统保存的全部本人资料。可以带走一份，导出会留下记录供审计。",
  records: (count: number) => `${count} 条`,
  take: "带走一份",
  asPage: "导出网页（可阅读、打印）",
  asJson: "导出数据（JSON）",
  correct: "资料有误？在“我的资料”中修改，时长有误在“时长”中提出异议。",
  consents: "监护人同意",
  toRegistration: "同意注册",
  toActivity: "同意参加一次活动",
  toTeam: "同意加入志愿服务队",
  withdrawn: (day: string) => `${day} 已撤回`,
  given: (day: string) => `${day} 同意`,
  withdraw: "撤回同意",
  withdrawAsk: "撤回后，需要此同意的报名会取消；撤回对注册的同意后，不能再报名。正在活动现场的，由负责人联系监护人当面交接。",
  keep: "不撤回",
  again: "重新同意注册",
  notNow: "取消",
};

type OwnMessages = typeof zh;

const en: OwnMessages = {
  title: "My data",
  advice: "Everything the volunteering system keeps of you. You may take a copy away; the auditor reads that you did.",
  records: (count) => `${count}`,
  take: "Take a copy",
  asPage: "As a page to read and print",
  asJson: "As data (JSON)",
  correct: "Something wrong? Change it in “My details”; dispute hours under “Hours”.",
  consents: "Guardian's consent",
  toRegistration: "to the registration",
  toActivity: "to one activity",
  toTeam: "to a volunteer team",
  withdrawn: (day) => `withdrawn on ${day}`,
  given: (day) => `given on ${day}`,
  withdraw: "Withdraw consent",
  withdrawAsk: "Sign-ups that need it are cancelled; without consent to the registration nothing more can be signed up for. A child who is at an activity is handed over by its lead.",
  keep: "Keep it",
  again: "Consent again",
  notNow: "Cancel",
};

export const messages = { zh, en };
