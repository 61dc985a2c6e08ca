/** The groups of the left menu, in order. */
import type { Bilingual } from "@/ui/language";

export const groups = {
  overview: { zh: "概览", en: "Overview" },
  projects: { zh: "社区需求与项目", en: "Needs and projects" },
  spending: { zh: "资金与采购", en: "Money and purchases" },
  registry: { zh: "组织与社工", en: "Organisations and social workers" },
  volunteers: { zh: "志愿服务", en: "Volunteering" },
  assessment: { zh: "考核", en: "Assessment" },
  system: { zh: "系统", en: "System" },
} satisfies Record<string, Bilingual>;

export type Group = keyof typeof groups;
