/** What reading of deliberations says. */

const zh = {
  title: "公开议事",
  advice: "身边的事怎么商量、商量出什么、办得怎样，都在这里；会议通知发出后公开。",
  empty: "近期没有议事",
  emptyAdvice: "会议通知发出后，议题、时间和地点在这里公开。",
  time: "会议时间",
  place: "地点",
  area: "所在地",
  invited: "邀请",
  came: "到会",
  people: (all: number, newcomers: number) => `${all} 人，其中非户籍居民 ${newcomers} 人`,
  outcome: "协商结果",
  conclusion: "协商意见",
  about: "议题说明",
  items: "执行事项",
  due: (day: string) => `${day} 前`,
  overdue: "逾期",
  toldOn: (day: string) => `${day} 反馈`,
  states: { draft: "方案草稿", notified: "已通知", held: "已举行", concluded: "已形成意见" },
  outcomes: { agreed: "达成一致", not_agreed: "未达成一致", escalated: "报请镇街协商", referred: "转法定程序或有关部门" },
  itemStates: { open: "办理中", done: "已办结", dropped: "不再办理" },
};

type DeliberationMessages = typeof zh;

const en: DeliberationMessages = {
  title: "Deliberations",
  advice: "What is talked over near you, what came of it and what was done. Open to read once the meeting has been announced.",
  empty: "No deliberation at present",
  emptyAdvice: "Topic, time and place appear here once a meeting has been announced.",
  time: "Meeting",
  place: "Place",
  area: "Area",
  invited: "Invited",
  came: "Present",
  people: (all, newcomers) => `${all} people, ${newcomers} of them residents without local registration`,
  outcome: "Outcome",
  conclusion: "What was agreed",
  about: "About the topic",
  items: "To be done",
  due: (day) => `by ${day}`,
  overdue: "overdue",
  toldOn: (day) => `told on ${day}`,
  states: { draft: "Draft", notified: "Announced", held: "Held", concluded: "Concluded" },
  outcomes: { agreed: "Agreed", not_agreed: "Not agreed", escalated: "Referred to the town", referred: "Referred to a statutory procedure or department" },
  itemStates: { open: "Under way", done: "Done", dropped: "Given up" },
};

export const messages = { zh, en };
