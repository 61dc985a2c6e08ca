/** States and kinds of facilities. */
import type { States } from "@/ui/StateTag";
import type { Facility } from "./queries";

export const facilityStates: States<Facility["state"]> = {
  open: { label: "开放", tone: "good" },
  closed: { label: "已关闭", tone: "neutral" },
};

export const facilityKinds: Record<Facility["kind"], string> = {
  service_centre: "综合服务管理中心",
  social_work_station: "社工服务站（点）",
  elderly_care: "居家养老服务设施",
  children_home: "儿童之家",
  incubator: "社会组织孵化基地",
  other: "其他设施",
};
