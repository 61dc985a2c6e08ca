/** What the pages of certificates say. */

const zh = {
  title: "志愿服务证明",
  advice: "由组织活动的单位免费出具；编号可在核验页查验。",
  ask: "申请证明",
  which: "向谁申请",
  choose: "请选择单位",
  from: "起始日期",
  to: "截止日期",
  purpose: "用途（选填，如：积分入学）",
  submit: "提交申请",
  asked: "已提交，等待出具。",
  own: "自办活动",
  unnamed: "社会组织",
  hours: (hours: string) => `${hours} 小时`,
  period: (from: string, to: string) => `${from} 至 ${to}`,
  number: (number: string) => `编号 ${number}`,
  reason: (text: string) => `理由：${text}`,
  download: "下载证明（PDF）",
  proof: "下载证明文件（逐条核验用）",
  check: "核验",
  empty: "还没有证明",
  emptyAdvice: "有已确认的时长后，可以向组织活动的单位申请。",
  nothing: "还没有已确认的时长，暂不能申请。",
  registerFirst: "注册志愿者后可申请证明",
  register: "注册志愿者",
};

type CertificateMessages = typeof zh;

const en: CertificateMessages = {
  title: "Certificates",
  advice: "Issued free of charge by whoever organised the activities; anybody can check the number.",
  ask: "Ask for a certificate",
  which: "Whom to ask",
  choose: "Please choose",
  from: "From",
  to: "To",
  purpose: "Purpose (optional)",
  submit: "Ask",
  asked: "Asked for; it will be answered.",
  own: "own activities",
  unnamed: "Organisation",
  hours: (hours) => `${hours} hours`,
  period: (from, to) => `${from} to ${to}`,
  number: (number) => `No. ${number}`,
  reason: (text) => `Reason: ${text}`,
  download: "Download (PDF)",
  proof: "Download the proof of each entry",
  check: "Check",
  empty: "No certificates yet",
  emptyAdvice: "Once hours are confirmed, ask whoever organised the activities.",
  nothing: "No confirmed hours yet, so nothing to ask for.",
  registerFirst: "Certificates are for registered volunteers",
  register: "Register as a volunteer",
};

export const messages = { zh, en };
