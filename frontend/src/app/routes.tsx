/** The one table of screens: path · page · menu · who. A screen lives at its service's own path without `/api`. */
import type { ComponentType } from "react";
import { drafters, readers, registrars } from "@/features/registry/roles";
import type { Bilingual } from "@/ui/language";
import type { Group } from "./menu";
import type { Role } from "./roles";

export interface Screen {
  path: string;
  page: () => Promise<{ default: ComponentType }>;
  /** Shown in the menu under this group; a screen without it is reached by links. */
  menu?: Bilingual & { group: Group };
  /** Any one of these roles; without it everybody who is signed in. */
  roles?: Role[];
}

export const screens: Screen[] = [
  { path: "/", page: () => import("./HomePage"), menu: { group: "overview", zh: "首页", en: "Home" } },
  { path: "/registry/areas", page: () => import("@/features/registry/area/AreaList"), menu: { group: "registry", zh: "片区", en: "Areas" } },
  { path: "/registry/areas/:id", page: () => import("@/features/registry/area/AreaPage") },
  { path: "/registry/organisations", page: () => import("@/features/registry/organisation/OrganisationList"), menu: { group: "registry", zh: "社区社会组织", en: "Organisations" }, roles: [...readers, "expert"] },
  { path: "/registry/organisations/new", page: () => import("@/features/registry/organisation/OrganisationForm"), roles: [...drafters] },
  { path: "/registry/organisations/:id", page: () => import("@/features/registry/organisation/OrganisationPage"), roles: [...readers, "expert"] },
  { path: "/registry/organisations/:id/revision", page: () => import("@/features/registry/organisation/OrganisationRevision"), roles: [...drafters] },
  { path: "/registry/social-workers", page: () => import("@/features/registry/social_worker/SocialWorkerList"), menu: { group: "registry", zh: "社工", en: "Social workers" }, roles: [...readers] },
  { path: "/registry/social-workers/new", page: () => import("@/features/registry/social_worker/SocialWorkerForm"), roles: [...registrars] },
  { path: "/registry/social-workers/:id", page: () => import("@/features/registry/social_worker/SocialWorkerPage"), roles: [...readers] },
];
