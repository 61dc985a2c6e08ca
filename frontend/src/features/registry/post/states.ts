/** States and fields of posts. */
import type { States } from "@/ui/StateTag";
import type { Post } from "./queries";

export const postStates: States<Post["state"]> = {
  vacant: { label: "空岗", tone: "attention" },
  filled: { label: "在岗", tone: "good" },
};

export const postFields: Record<Post["field"], string> = {
  community: "社区综合服务",
  elderly: "老年人服务",
  children_youth: "儿童青少年服务",
  disability: "残疾人服务",
  family: "妇女与家庭服务",
  social_assistance: "社会救助",
  justice: "司法矫治与禁毒",
  health: "医务与精神卫生",
};

export const timeOf = (fullTime: boolean) => (fullTime ? "全职" : "兼职");
