/** The roles of the contracts, by their names on screens. */
import type { Bilingual } from "./language";

export const roleNames = {
  leader: { zh: "领导", en: "Leader" },
  bureau_officer: { zh: "市级经办", en: "Bureau officer" },
  department_officer: { zh: "部门经办", en: "Department officer" },
  town_officer: { zh: "镇街经办", en: "Town officer" },
  community_officer: { zh: "村居经办", en: "Community officer" },
  organisation_manager: { zh: "组织负责人", en: "Organisation manager" },
  social_worker: { zh: "社工", en: "Social worker" },
  expert: { zh: "专家／第三方评估", en: "Expert" },
  volunteer: { zh: "志愿者", en: "Volunteer" },
  resident: { zh: "居民", en: "Resident" },
  system_admin: { zh: "系统管理员", en: "System administrator" },
  security_admin: { zh: "安全管理员", en: "Security administrator" },
  audit_admin: { zh: "审计管理员", en: "Audit administrator" },
} satisfies Record<string, Bilingual>;

export type Role = keyof typeof roleNames;
