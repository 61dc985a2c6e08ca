/** The phone app's pages; the first five are the bottom bar. */
import { lazy, type ComponentType } from "react";
import type { PhoneMessages } from "./messages";

interface Tab {
  path: string;
  name: keyof PhoneMessages["tabs"];
  /** The path of a 24 × 24 line drawing. */
  icon: string;
  Page: ComponentType;
}

export const tabs: Tab[] = [
  { path: "/", name: "activities", icon: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4", Page: lazy(() => import("./ActivitiesPage")) },
  { path: "/mine", name: "mine", icon: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3.6-6 8-6s8 2 8 6", Page: lazy(() => import("./MinePage")) },
  { path: "/check-in", name: "checkIn", icon: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12l3 3 5-6", Page: lazy(() => import("./CheckInPage")) },
  { path: "/hours", name: "hours", icon: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2", Page: lazy(() => import("./HoursPage")) },
  { path: "/report", name: "report", icon: "M4 5h16v11H9l-5 4zM8 9h8M8 12h5", Page: lazy(() => import("./ReportPage")) },
];

/** Pages reached from others: `{ path: "/activities/:id", Page }`. */
export const pages: { path: string; Page: ComponentType }[] = [{ path: "/sign-in", Page: lazy(() => import("./SignInPage")) }];
