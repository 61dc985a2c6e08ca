/** The phone app's pages; what the bottom bar and signing up need comes in one file, since each further one is a wait outdoors. */
import { lazy, type ComponentType } from "react";
import ActivitiesPage from "./ActivitiesPage";
import ActivityPage from "./ActivityPage";
import CheckInPage from "./CheckInPage";
import HoursPage from "./HoursPage";
import type { PhoneMessages } from "./messages";
import MinePage from "./MinePage";
import ReportPage from "./ReportPage";

interface Tab {
  path: string;
  name: keyof PhoneMessages["tabs"];
  /** The path of a 24 × 24 line drawing. */
  icon: string;
  Page: ComponentType;
}

export const tabs: Tab[] = [
  { path: "/", name: "activities", icon: "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4", Page: ActivitiesPage },
  { path: "/mine", name: "mine", icon: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3.6-6 8-6s8 2 8 6", Page: MinePage },
  { path: "/check-in", name: "checkIn", icon: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12l3 3 5-6", Page: CheckInPage },
  { path: "/hours", name: "hours", icon: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2", Page: HoursPage },
  { path: "/report", name: "report", icon: "M4 5h16v11H9l-5 4zM8 9h8M8 12h5", Page: ReportPage },
];

/** Pages reached from others. */
export const pages: { path: string; Page: ComponentType }[] = [
  { path: "/activities/:id", Page: ActivityPage },
  { path: "/certificates", Page: lazy(() => import("./CertificatesPage")) },
  { path: "/data", Page: lazy(() => import("./MyDataPage")) },
  { path: "/deliberations", Page: lazy(() => import("./DeliberationsPage")) },
  { path: "/deliberations/:id", Page: lazy(() => import("./DeliberationPage")) },
  { path: "/needs", Page: lazy(() => import("./NeedsPage")) },
  { path: "/needs/:id", Page: lazy(() => import("./NeedPage")) },
  { path: "/profile", Page: lazy(() => import("./ProfilePage")) },
  { path: "/register", Page: lazy(() => import("./RegisterPage")) },
  { path: "/sign-in", Page: lazy(() => import("./SignInPage")) },
  { path: "/signups", Page: lazy(() => import("./SignupsPage")) },
  { path: "/stars", Page: lazy(() => import("./StarsPage")) },
  { path: "/surveys", Page: lazy(() => import("./SurveysPage")) },
  { path: "/surveys/:id", Page: lazy(() => import("./SurveyPage")) },
  { path: "/take-part", Page: lazy(() => import("./TakePartPage")) },
  { path: "/trainings", Page: lazy(() => import("./TrainingsPage")) },
  { path: "/teams", Page: lazy(() => import("./TeamsPage")) },
  { path: "/teams/:id", Page: lazy(() => import("./TeamPage")) },
];
