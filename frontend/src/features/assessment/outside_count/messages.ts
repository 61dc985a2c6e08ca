/** The words of an outside count. */
import type { Counts } from "./queries";

export const countNames: Record<Counts, string> = {
  accounts: "注册账号数",
  cards: "注册志愿者证数",
  active_volunteers: "活跃志愿者数",
  hours: "志愿服务时长（小时）",
  organisations: "社会组织数",
  social_workers: "社工数",
};
