/** What trainings say. */
import type { Training } from "./queries";

const zh = {
  title: "我的培训",
  mine: "培训记录",
  none: "还没有培训记录",
  noneAdvice: "参加培训后，由培训机构登记、第二人复核，记录列在这里。",
  offered: "可以参加的培训",
  noneOffered: "目前没有开设中的课程",
  completed: (day: string) => `${day} 完成`,
  until: (day: string) => `有效至 ${day}（不含）`,
  expired: "已过期",
  forever: "长期有效",
  teaches: (skill: string) => `技能：${skill}`,
  states: { recorded: "待复核", completed: "已完成", returned: "已退回", revoked: "已撤销" } satisfies Record<Training["state"], string>,
};

type TrainingMessages = typeof zh;

const en: TrainingMessages = {
  title: "My trainings",
  mine: "Records",
  none: "No trainings yet",
  noneAdvice: "Who teaches records them, a second person looks at them, and they are shown here.",
  offered: "Courses on offer",
  noneOffered: "No courses are on offer now",
  completed: (day) => `completed on ${day}`,
  until: (day) => `valid until ${day}`,
  expired: "expired",
  forever: "does not expire",
  teaches: (skill) => `teaches: ${skill}`,
  states: { recorded: "to be confirmed", completed: "completed", returned: "returned", revoked: "revoked" },
};

export const messages = { zh, en };
