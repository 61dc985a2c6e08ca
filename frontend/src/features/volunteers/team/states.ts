/** States and fields of teams. */
import type { States } from "@/ui/StateTag";
import type { Team } from "./queries";

export const teamStates: States<Team["state"]> = {
  active: { label: "活动中", tone: "good" },
  dissolved: { label: "已解散", tone: "neutral" },
};

export const serviceFields: Record<Team["field"], string> = {
  community: "社区综合服务",
  elderly: "老年人服务",
  children_youth: "儿童青少年服务",
  disability: "残疾人服务",
  family: "妇女与家庭服务",
  social_assistance: "帮困扶弱",
  health: "健康与义诊",
  culture_sports: "文化体育",
  environment: "环境保护",
  emergency: "应急与治安",
};
