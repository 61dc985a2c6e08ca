/** The one table of screens: path · page · menu · who. A screen lives at its service's own path without `/api`. */
import type { ComponentType } from "react";
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
];
