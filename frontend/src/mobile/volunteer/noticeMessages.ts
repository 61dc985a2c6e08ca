/** What is told before personal data are taken; apart from the other messages, since only the page of registering shows it. */

const zh = {
  title: "个人信息处理告知",
  facts: [
    ["处理者", "市、镇街民政部门（志愿服务管理）。"],
    ["用途", "实名注册、参加活动、记录时长、出具证明。"],
    ["敏感信息", "证件号码；未成年人的信息由监护人同意。"],
    ["保存", "注销后，时长记录依《志愿服务记录与证明出具办法（试行）》保存。"],
    ["您的权利", "在“我的数据”查看、导出，在“我的资料”更正、注销。"],
  ] as [string, string][],
  consent: "是否同意",
  agree: { self: "我已阅读并同意", guardian: "监护人已阅读并同意" },
  missing: { self: "请阅读个人信息处理告知，同意后再提交", guardian: "请监护人阅读个人信息处理告知，同意后再提交" },
};

type NoticeMessages = typeof zh;

const en: NoticeMessages = {
  title: "How your personal data are used",
  facts: [
    ["Who", "The city's and towns' civil affairs offices (volunteering)."],
    ["What for", "Registering by real name, taking part, recording hours, issuing certificates."],
    ["Sensitive", "The document number; for a minor's data the guardian consents."],
    ["How long", "After you withdraw, hours are kept as the Measures for Volunteer Service Records and Certificates (Trial) ask."],
    ["Your rights", "See and export under “My data”, correct and withdraw under “My details”."],
  ],
  consent: "Do you agree",
  agree: { self: "I have read this and agree", guardian: "The guardian has read this and agrees" },
  missing: { self: "Please read how your data are used and agree first", guardian: "The guardian has to read how the data are used and agree first" },
};

export const messages = { zh, en };
