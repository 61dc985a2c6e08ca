/** What recording one's own participation says. */

const zh = {
  title: "登记参与",
  advice: "参加了活动的居民，填写现场的 6 位参与码。",
  choose: "选了镇街，这里就列出正在举办的活动。",
  which: "参加的是哪一场",
  none: "所选村（社区）现在没有正在举办的活动。",
  code: "6 位参与码",
  submit: "登记",
  done: (title: string) => `已登记参与「${title}」。抽到您评价时，会在「我的」里请您评价。`,
  mine: "返回我的",
};

type ParticipationMessages = typeof zh;

const en: ParticipationMessages = {
  title: "I took part",
  advice: "Residents who came enter the 6-digit code shown on the spot.",
  choose: "Choose a town to see the activities going on there.",
  which: "Which activity",
  none: "No activity is going on in this village or community now.",
  code: "6-digit code",
  submit: "Record",
  done: (title) => `Recorded: you took part in “${title}”. If you are drawn to judge it, you are asked under Me.`,
  mine: "Back to Me",
};

export const messages = { zh, en };
