/** States of a course and of a training. */
import type { States } from "@/ui/StateTag";
import type { Course, Training } from "./queries";

export const courseStates: States<Course["state"]> = {
  offered: { label: "开设中", tone: "active" },
  ended: { label: "已停办", tone: "neutral" },
};

export const trainingStates: States<Training["state"]> = {
  recorded: { label: "待复核", tone: "active" },
  completed: { label: "已完成", tone: "good" },
  returned: { label: "已退回", tone: "attention" },
  revoked: { label: "已撤销", tone: "alarm" },
};

export const validityOf = ({ validity_months }: Course) => (validity_months === null ? "长期有效" : `${validity_months} 个月`);

/** `valid_until` is the first day on which it holds no more. */
export const expiryOf = ({ valid_until, expired }: Training) => (valid_until === null ? "长期有效" : `${expired ? "已过期，有效至" : "有效至"} ${valid_until}（不含）`);
