/** Invented records for the phone app's tests, typed as the services send them. */
import type { Account } from "@/api/session";
import type { Opportunity } from "../activity/queries";
import type { Attendance } from "../attendance/queries";
import type { Volunteer } from "../myself";
import type { Signup } from "../signup/queries";
import type { Invitation } from "../survey/queries";

const DAY = 24 * 60 * 60 * 1000;
export const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

export const person: Account = { id: "account-1", kind: "volunteer", display_name: "154****0001", grants: [] };

export const fakeVolunteer = (given: Partial<Volunteer> = {}): Volunteer => ({
  id: "volunteer-1", version: 1, area_id: "community-1", state: "registered", number: "44191234567890", masked: true, name: "张*",
  id_type: "resident_id", id_number: "4419**********77", born_on: null, age_band: "35_59", groups: [], skills: [],
  registered_at: inDays(-30), withdrawn_at: null, continued_as_id: null, actions: [], links: {}, ...given,
});

export const fakeOpportunity = (given: Partial<Opportunity> = {}): Opportunity => ({
  id: "opportunity-1", version: 1, area_id: "community-1", state: "open", title: "周末敬老院探访", role: "visit", role_name: "探访员",
  minimum_age: 16, maximum_age: null, skills: [], trainings: [], starts_at: inDays(3), ends_at: inDays(3.1), place: { name: "岗贝社区综合服务中心", latitude: null, longitude: null },
  capacity: 10, taken: 7, places_left: 3, waiting: 0, overfull: false,
  actions: [{ name: "signup", method: "POST", href: "/api/volunteers/opportunities/opportunity-1/signups", needs_reason: false, label: "报名" }],
  links: { activity: "/api/projects/activities/activity-1" }, ...given,
});

export const fakeSignup = (given: Partial<Signup> = {}): Signup => ({
  id: "signup-1", version: 1, area_id: "community-1", state: "confirmed", volunteer_id: "volunteer-1", opportunity_id: "opportunity-1",
  activity_id: "activity-1", waiting_number: null, title: "周末敬老院探访", role_name: "探访员", place_name: "岗贝社区综合服务中心",
  starts_at: inDays(3), ends_at: inDays(3.1), signed_up_at: inDays(0), cancelled_at: null, cancelled_because: null,
  walk_in: false, clash_signup_id: null, admitted_because: null, promoted_because: null, answer_by: null, excused_because: null, uncounted_because: null,
  actions: [{ name: "cancellation", method: "POST", href: "/api/volunteers/signups/signup-1/cancellation", needs_reason: false, label: "取消报名" }],
  links: {}, ...given,
});

export const fakeAttendance = (given: Partial<Attendance> = {}): Attendance => ({
  id: "attendance-1", version: 1, area_id: "community-1", state: "checked_in", signup_id: "signup-1", activity_id: "activity-1",
  volunteer_id: "volunteer-1", means: "code", place_unknown: true, checked_in_at: inDays(0), checked_out_at: null,
  vouched_at: null, vouched_because: null, said_left_at: null, said_because: null, awaits_departure: false, guardian_withdrew_at: null, handed_over_at: null, awaits_handover: false, actions: [], links: {}, ...given,
});

export const fakeInvitation = (given: Partial<Invitation> = {}): Invitation => ({
  id: "invitation-1", version: 1, area_id: "community-1", survey_id: "survey-1", state: "waiting", subject: "activity", stage_no: null, title: "周末敬老院探访", closes_at: inDays(14),
  actions: [{ name: "answers", method: "POST", href: "/api/assessment/surveys/survey-1/answers", needs_reason: false, label: "评价" }],
  links: {}, ...given,
});
