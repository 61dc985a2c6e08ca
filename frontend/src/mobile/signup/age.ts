/** Who is certainly too young for a kind of work. Of an age the phone knows the band alone, so all else is the server's to judge. */
import type { Opportunity } from "../activity/queries";
import type { Volunteer } from "../myself";

/** The age that nobody of a band has reached. */
const UNDER: Record<string, number> = { under_14: 14, "14_17": 18, "18_34": 35, "35_59": 60 };
const YEAR = 365 * 24 * 60 * 60 * 1000;

export function isTooYoung({ age_band }: Volunteer, { minimum_age, starts_at }: Opportunity): boolean {
  const under = UNDER[age_band];
  // The age counts on the day of the activity: it may have been reached by then, and another for each year until then.
  const birthdays = Math.floor((Date.parse(starts_at) - Date.now()) / YEAR);
  return under !== undefined && minimum_age > under + Math.max(0, birthdays);
}
