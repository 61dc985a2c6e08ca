/** The one table of screens: path · page · menu · who. A screen lives at its service's own path without `/api`. */
import type { ComponentType } from "react";
import { NoticeCount } from "@/features/gateway/notice/NoticeCount";
import { administrators, desks, granters, openers } from "@/features/gateway/roles";
import { TaskCount } from "@/features/gateway/task/TaskCount";
import { overseers, targetReaders, targetSetters } from "@/features/assessment/roles";
import { bidders, bidReaders, contractReaders, conveners, executors, leads, needReaders, needRecorders, planners, projectReaders, proposers, purchasers, scorers, spendingReaders } from "@/features/projects/roles";
import { drafters, keepers, readers, registrars } from "@/features/registry/roles";
import { confirmers, hoursReaders, proposers as hoursProposers, readers as volunteerReaders } from "@/features/volunteers/roles";
import type { Bilingual } from "@/ui/language";
import { taskHolders } from "@/ui/myTasks";
import type { Role } from "@/ui/roles";
import type { Group } from "./menu";

export interface Screen {
  path: string;
  page: () => Promise<{ default: ComponentType }>;
  /** Shown in the menu under this group, to some of those who may open it where it names roles; a screen without it is reached by links. */
  menu?: Bilingual & { group: Group; roles?: Role[]; count?: ComponentType };
  /** Read without signing in, in a frame of its own. */
  isPublic?: true;
  /** Any one of these roles; without it everybody who is signed in. */
  roles?: Role[];
}

export const screens: Screen[] = [
  { path: "/dashboard", page: () => import("@/features/assessment/dashboard/DashboardPage"), menu: { group: "overview", zh: "驾驶舱", en: "Dashboard" }, roles: [...overseers] },
  { path: "/", page: () => import("./HomePage"), menu: { group: "overview", zh: "待办", en: "To do", roles: [...taskHolders], count: TaskCount } },
  { path: "/gateway/notices", page: () => import("@/features/gateway/notice/NoticesPage"), menu: { group: "overview", zh: "通知", en: "Notices", count: NoticeCount }, roles: [...desks] },
  { path: "/gateway/tasks", page: () => import("@/features/gateway/task/TaskList"), roles: [...desks] },
  { path: "/dashboard/:areaId", page: () => import("@/features/assessment/dashboard/DashboardPage"), roles: [...overseers] },
  { path: "/projects/needs", page: () => import("@/features/projects/need/NeedList"), menu: { group: "projects", zh: "居民需求", en: "Needs" }, roles: [...needReaders] },
  { path: "/projects/needs/new", page: () => import("@/features/projects/need/NeedForm"), roles: [...needRecorders] },
  { path: "/projects/needs/:id", page: () => import("@/features/projects/need/NeedPage"), roles: [...needReaders] },
  { path: "/projects/published/needs", page: () => import("@/features/projects/need/PoolList"), menu: { group: "projects", zh: "需求池", en: "Pool of needs" }, roles: ["organisation_manager"] },
  { path: "/projects/deliberations", page: () => import("@/features/projects/deliberation/DeliberationList"), menu: { group: "projects", zh: "议事协商", en: "Deliberations" }, roles: [...needReaders] },
  { path: "/projects/deliberations/new", page: () => import("@/features/projects/deliberation/DeliberationForm"), roles: [...conveners] },
  { path: "/projects/deliberations/:id", page: () => import("@/features/projects/deliberation/DeliberationPage"), roles: [...needReaders] },
  { path: "/projects/deliberations/:id/revision", page: () => import("@/features/projects/deliberation/DeliberationRevision"), roles: [...conveners] },
  { path: "/projects/deliberations/:id/holding", page: () => import("@/features/projects/deliberation/HoldingForm"), roles: [...conveners] },
  { path: "/projects/deliberations/:id/conclusion", page: () => import("@/features/projects/deliberation/ConclusionForm"), roles: [...conveners] },
  { path: "/projects/published/deliberations/:id", page: () => import("@/features/projects/deliberation/OpenDeliberationPage") },
  { path: "/projects/deliberation-items", page: () => import("@/features/projects/deliberation/ItemList"), menu: { group: "projects", zh: "协商事项", en: "Agreed items" }, roles: [...executors] },
  { path: "/projects/deliberation-items/:id", page: () => import("@/features/projects/deliberation/ItemPage"), roles: [...executors] },
  { path: "/projects/projects", page: () => import("@/features/projects/project/ProjectList"), menu: { group: "projects", zh: "服务项目", en: "Projects" }, roles: [...projectReaders] },
  { path: "/projects/projects/new", page: () => import("@/features/projects/project/ProjectForm"), roles: [...proposers] },
  { path: "/projects/projects/:id", page: () => import("@/features/projects/project/ProjectPage"), roles: [...projectReaders] },
  { path: "/projects/projects/:id/revision", page: () => import("@/features/projects/project/ProjectRevision"), roles: [...proposers] },
  { path: "/projects/projects/:id/lines", page: () => import("@/features/projects/project/ProjectLines"), roles: [...proposers] },
  { path: "/projects/activities", page: () => import("@/features/projects/activity/ActivityList"), menu: { group: "projects", zh: "活动", en: "Activities" }, roles: [...projectReaders] },
  { path: "/projects/activities/new", page: () => import("@/features/projects/activity/ActivityForm"), roles: [...planners] },
  { path: "/projects/activities/:id", page: () => import("@/features/projects/activity/ActivityPage"), roles: [...projectReaders] },
  { path: "/projects/activities/:id/revision", page: () => import("@/features/projects/activity/ActivityRevision"), roles: [...planners] },
  { path: "/projects/activities/:id/codes", page: () => import("@/features/projects/participation/CodeScreen"), roles: [...leads] },
  { path: "/projects/budgets", page: () => import("@/features/projects/budget/BudgetList"), menu: { group: "spending", zh: "预算", en: "Budgets" }, roles: [...spendingReaders] },
  { path: "/projects/budgets/new", page: () => import("@/features/projects/budget/BudgetForm"), roles: [...purchasers] },
  { path: "/projects/budgets/:id", page: () => import("@/features/projects/budget/BudgetPage"), roles: [...spendingReaders] },
  { path: "/projects/purchases", page: () => import("@/features/projects/purchase/PurchaseList"), menu: { group: "spending", zh: "采购", en: "Purchases" }, roles: [...spendingReaders] },
  { path: "/projects/purchases/new", page: () => import("@/features/projects/purchase/PurchaseForm"), roles: [...purchasers] },
  { path: "/projects/purchases/:id", page: () => import("@/features/projects/purchase/PurchasePage"), roles: [...spendingReaders] },
  { path: "/projects/purchases/:id/revision", page: () => import("@/features/projects/purchase/PurchaseRevision"), roles: [...purchasers] },
  { path: "/projects/purchases/:id/scoring", page: () => import("@/features/projects/review/ScoringPage"), roles: [...scorers] },
  { path: "/projects/published/purchases", page: () => import("@/features/projects/purchase/OpenPurchaseList"), menu: { group: "spending", zh: "可投标项目", en: "Open for bids", roles: [...bidders] } },
  { path: "/projects/published/purchases/:id", page: () => import("@/features/projects/purchase/OpenPurchasePage") },
  { path: "/projects/bids", page: () => import("@/features/projects/bid/BidList"), menu: { group: "spending", zh: "我们的投标", en: "Our bids" }, roles: [...bidders] },
  { path: "/projects/bids/new", page: () => import("@/features/projects/bid/BidForm"), roles: [...bidders] },
  { path: "/projects/bids/:id", page: () => import("@/features/projects/bid/BidPage"), roles: [...bidReaders] },
  { path: "/projects/bids/:id/revision", page: () => import("@/features/projects/bid/BidRevision"), roles: [...bidders] },
  { path: "/projects/notices", page: () => import("@/features/projects/notice/NoticeList"), menu: { group: "spending", zh: "公示与异议", en: "Notices and objections", roles: [...contractReaders] } },
  { path: "/projects/notices/:id", page: () => import("@/features/projects/notice/NoticePage") },
  { path: "/projects/contracts", page: () => import("@/features/projects/contract/ContractList"), menu: { group: "spending", zh: "合同", en: "Contracts" }, roles: [...contractReaders] },
  { path: "/projects/contracts/new", page: () => import("@/features/projects/contract/ContractForm"), roles: [...purchasers] },
  { path: "/projects/contracts/:id", page: () => import("@/features/projects/contract/ContractPage"), roles: [...contractReaders] },
  { path: "/projects/contracts/:id/revision", page: () => import("@/features/projects/contract/ContractRevision"), roles: [...purchasers] },
  { path: "/projects/contracts/:id/changes/new", page: () => import("@/features/projects/contract/ChangeForm"), roles: [...purchasers, ...bidders] },
  { path: "/projects/acceptances", page: () => import("@/features/projects/acceptance/AcceptanceList"), menu: { group: "spending", zh: "验收", en: "Acceptances" }, roles: [...contractReaders] },
  { path: "/projects/acceptances/new", page: () => import("@/features/projects/acceptance/AcceptanceForm"), roles: [...bidders] },
  { path: "/projects/acceptances/:id", page: () => import("@/features/projects/acceptance/AcceptancePage"), roles: [...contractReaders] },
  { path: "/projects/acceptances/:id/resubmission", page: () => import("@/features/projects/acceptance/ResubmissionForm"), roles: [...bidders] },
  { path: "/projects/payments", page: () => import("@/features/projects/payment/PaymentList"), menu: { group: "spending", zh: "支付", en: "Payments" }, roles: [...contractReaders] },
  { path: "/projects/payments/:id", page: () => import("@/features/projects/payment/PaymentPage"), roles: [...contractReaders] },
  { path: "/public", page: () => import("@/features/projects/public/AnnouncedList"), isPublic: true },
  { path: "/public/purchases/:id", page: () => import("@/features/projects/public/PublicPurchasePage"), isPublic: true },
  { path: "/public/notices", page: () => import("@/features/projects/public/PublicNoticeList"), isPublic: true },
  { path: "/public/notices/:id", page: () => import("@/features/projects/public/PublicNoticePage"), isPublic: true },
  { path: "/public/results", page: () => import("@/features/projects/public/ResultList"), isPublic: true },
  { path: "/public/deliberations", page: () => import("@/features/projects/public/PublicDeliberationList"), isPublic: true },
  { path: "/public/deliberations/:id", page: () => import("@/features/projects/deliberation/OpenDeliberationPage"), isPublic: true },
  { path: "/registry/areas", page: () => import("@/features/registry/area/AreaList"), menu: { group: "registry", zh: "片区", en: "Areas" } },
  { path: "/registry/areas/:id", page: () => import("@/features/registry/area/AreaPage") },
  { path: "/registry/organisations", page: () => import("@/features/registry/organisation/OrganisationList"), menu: { group: "registry", zh: "社区社会组织", en: "Organisations" }, roles: [...readers, "expert"] },
  { path: "/registry/organisations/new", page: () => import("@/features/registry/organisation/OrganisationForm"), roles: [...drafters] },
  { path: "/registry/organisations/:id", page: () => import("@/features/registry/organisation/OrganisationPage"), roles: [...readers, "expert"] },
  { path: "/registry/organisations/:id/revision", page: () => import("@/features/registry/organisation/OrganisationRevision"), roles: [...drafters] },
  { path: "/registry/registrations", page: () => import("@/features/registry/registration/RegistrationList"), menu: { group: "registry", zh: "登记申请", en: "Registrations" }, roles: [...readers] },
  { path: "/registry/registrations/new", page: () => import("@/features/registry/registration/RegistrationForm"), roles: [...drafters] },
  { path: "/registry/registrations/:id", page: () => import("@/features/registry/registration/RegistrationPage"), roles: [...readers] },
  { path: "/registry/registrations/:id/correction", page: () => import("@/features/registry/registration/RegistrationCorrection"), roles: [...drafters] },
  { path: "/registry/sanctions", page: () => import("@/features/registry/sanction/SanctionList"), menu: { group: "registry", zh: "处理与失信", en: "Sanctions" }, roles: [...readers, "expert"] },
  { path: "/registry/sanctions/new", page: () => import("@/features/registry/sanction/SanctionForm"), roles: [...registrars] },
  { path: "/registry/sanctions/:id", page: () => import("@/features/registry/sanction/SanctionPage"), roles: [...readers, "expert"] },
  { path: "/registry/facilities", page: () => import("@/features/registry/facility/FacilityList"), menu: { group: "registry", zh: "服务设施", en: "Facilities" }, roles: [...readers] },
  { path: "/registry/facilities/new", page: () => import("@/features/registry/facility/FacilityForm"), roles: [...keepers] },
  { path: "/registry/facilities/:id", page: () => import("@/features/registry/facility/FacilityPage"), roles: [...readers] },
  { path: "/registry/facilities/:id/revision", page: () => import("@/features/registry/facility/FacilityRevision"), roles: [...keepers] },
  { path: "/registry/stationings", page: () => import("@/features/registry/stationing/StationingList"), menu: { group: "registry", zh: "设施进驻", en: "Who works in facilities" }, roles: [...readers] },
  { path: "/registry/stationings/new", page: () => import("@/features/registry/stationing/StationingForm"), roles: [...keepers] },
  { path: "/registry/stationings/:id", page: () => import("@/features/registry/stationing/StationingPage"), roles: [...readers] },
  { path: "/registry/posts", page: () => import("@/features/registry/post/PostList"), menu: { group: "registry", zh: "社工岗位", en: "Posts" }, roles: [...readers] },
  { path: "/registry/posts/new", page: () => import("@/features/registry/post/PostForm"), roles: [...registrars] },
  { path: "/registry/posts/:id", page: () => import("@/features/registry/post/PostPage"), roles: [...readers] },
  { path: "/registry/social-workers", page: () => import("@/features/registry/social_worker/SocialWorkerList"), menu: { group: "registry", zh: "社工", en: "Social workers" }, roles: [...readers] },
  { path: "/registry/social-workers/new", page: () => import("@/features/registry/social_worker/SocialWorkerForm"), roles: [...registrars] },
  { path: "/registry/social-workers/:id", page: () => import("@/features/registry/social_worker/SocialWorkerPage"), roles: [...readers] },
  { path: "/volunteers/volunteers", page: () => import("@/features/volunteers/volunteer/VolunteerList"), menu: { group: "volunteers", zh: "志愿者", en: "Volunteers" }, roles: [...volunteerReaders] },
  { path: "/volunteers/volunteers/:id", page: () => import("@/features/volunteers/volunteer/VolunteerPage"), roles: [...volunteerReaders] },
  { path: "/volunteers/opportunities", page: () => import("@/features/volunteers/opportunity/OpportunityList"), menu: { group: "volunteers", zh: "志愿岗位", en: "Opportunities" }, roles: [...volunteerReaders] },
  { path: "/volunteers/opportunities/:id", page: () => import("@/features/volunteers/opportunity/OpportunityPage"), roles: [...volunteerReaders] },
  { path: "/volunteers/signups", page: () => import("@/features/volunteers/signup/SignupList"), roles: [...volunteerReaders] },
  { path: "/volunteers/signups/:id", page: () => import("@/features/volunteers/signup/SignupPage"), roles: [...volunteerReaders] },
  { path: "/volunteers/attendances", page: () => import("@/features/volunteers/attendance/AttendanceList"), menu: { group: "volunteers", zh: "签到", en: "Attendance" }, roles: [...volunteerReaders] },
  { path: "/volunteers/attendances/:id", page: () => import("@/features/volunteers/attendance/AttendancePage"), roles: [...volunteerReaders] },
  { path: "/volunteers/hours/waiting", page: () => import("@/features/volunteers/hours/WaitingHours"), menu: { group: "volunteers", zh: "待确认时长", en: "Hours to confirm" }, roles: [...confirmers] },
  { path: "/volunteers/hours", page: () => import("@/features/volunteers/hours/HoursList"), menu: { group: "volunteers", zh: "志愿服务时长", en: "Hours" }, roles: [...hoursReaders] },
  { path: "/volunteers/hours/new", page: () => import("@/features/volunteers/hours/HoursForm"), roles: [...hoursProposers] },
  { path: "/volunteers/hours/:id", page: () => import("@/features/volunteers/hours/HoursPage"), roles: [...hoursReaders] },
  { path: "/assessment/targets", page: () => import("@/features/assessment/target/TargetList"), menu: { group: "assessment", zh: "指标目标", en: "Targets" }, roles: [...targetReaders] },
  { path: "/assessment/targets/new", page: () => import("@/features/assessment/target/TargetForm"), roles: [...targetSetters] },
  { path: "/assessment/targets/:id", page: () => import("@/features/assessment/target/TargetPage"), roles: [...targetReaders] },
  { path: "/assessment/surveys", page: () => import("@/features/assessment/survey/SurveyList"), menu: { group: "assessment", zh: "满意度调查", en: "Surveys" }, roles: [...overseers] },
  { path: "/assessment/surveys/:id", page: () => import("@/features/assessment/survey/SurveyPage"), roles: [...overseers] },
  { path: "/assessment/readings", page: () => import("@/features/assessment/evidence/ReadingList"), menu: { group: "assessment", zh: "数据来源", en: "Behind the figures" }, roles: [...overseers] },
  { path: "/gateway/accounts", page: () => import("@/features/gateway/account/AccountList"), menu: { group: "system", zh: "账号与授权", en: "Accounts" }, roles: [...administrators] },
  { path: "/gateway/accounts/new", page: () => import("@/features/gateway/account/AccountForm"), roles: [...openers] },
  { path: "/gateway/accounts/:id", page: () => import("@/features/gateway/account/AccountPage"), roles: [...administrators] },
  { path: "/gateway/accounts/:id/grants/new", page: () => import("@/features/gateway/account/GrantForm"), roles: [...granters] },
  { path: "/gateway/sessions", page: () => import("@/features/gateway/session/SessionsPage"), menu: { group: "system", zh: "我的登录", en: "My sessions" } },
  { path: "/gateway/outbox", page: () => import("@/features/gateway/phone/OutboxPage") },
];
