/** The roles, by their names on screens, and which of them an administrator gives. */
import type { Role } from "./queries";

export const roles: Record<Role, string> = {
  leader: "领导",
  bureau_officer: "市级经办",
  department_officer: "部门经办",
  town_officer: "镇街经办",
  community_officer: "村居经办",
  organisation_manager: "组织负责人",
  social_worker: "社工",
  expert: "专家／第三方评估",
  system_admin: "系统管理员",
  security_admin: "安全管理员",
  audit_admin: "审计管理员",
  volunteer: "志愿者",
  resident: "居民",
  oa_client: "对接系统",
  service: "系统服务",
};

/** These come with signing in by phone, or are held by machines. */
const notGiven = new Set<string>(["volunteer", "resident", "oa_client", "service"] satisfies Role[]);

export const given = Object.entries(roles).flatMap(([value, label]) => (notGiven.has(value) ? [] : { value, label }));

/** Roles held for an organisation, or perhaps for one. */
export const forOrganisation: Role[] = ["organisation_manager", "social_worker"];
