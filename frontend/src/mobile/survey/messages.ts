/** What answering a survey says. */

const zh = {
  title: "满意度评价",
  waiting: "待评价",
  answered: "已评价，结束前可以更正",
  until: (day: string) => `请在 ${day} 前评价`,
  give: "去评价",
  correct: "更正评价",
  empty: "没有等您评价的活动",
  emptyAdvice: "您参加的活动结束后，抽到您时会在这里请您评价。",
  question: "您对这次活动满意吗？",
  stage: (no: number) => `第 ${no} 阶段服务`,
  stageQuestion: "您参加过这一阶段的活动，总的来说对这些服务满意吗？",
  scores: ["很不满意", "不满意", "一般", "满意", "很满意"],
  comment: "想说的话（可不填）",
  anonymous: "没有人能看到是谁打的分。",
  submit: "提交评价",
  scoreMissing: "请选择一项",
  label: (title: string) => `评价：${title}`,
  done: "您的评价已收到，谢谢。",
  kept: "评价已保存在手机里，联网后自动提交一次。",
  back: "返回",
  gone: "这次评价已经结束，或没有抽到您。",
};

type SurveyMessages = typeof zh;

const en: SurveyMessages = {
  title: "Surveys",
  waiting: "Waiting for you",
  answered: "Answered; you can correct it until it closes",
  until: (day) => `Please answer before ${day}`,
  give: "Answer",
  correct: "Correct",
  empty: "No survey is waiting for you",
  emptyAdvice: "After an activity you took part in, you may be drawn and asked here.",
  question: "Were you content with this activity?",
  stage: (no) => `Services of stage ${no}`,
  stageQuestion: "You took part in activities of this stage. Were you content with these services as a whole?",
  scores: ["Very dissatisfied", "Dissatisfied", "Neither", "Satisfied", "Very satisfied"],
  comment: "In your words (optional)",
  anonymous: "Nobody can see who gave which score.",
  submit: "Send",
  scoreMissing: "Please choose one",
  label: (title) => `Survey: ${title}`,
  done: "Your answer has been received. Thank you.",
  kept: "Your answer is kept on the phone and sent once when you are back online.",
  back: "Back",
  gone: "This survey has closed, or you were not drawn.",
};

export const messages = { zh, en };
