/** Who is offered which of these screens; the service decides for itself again. */

/** Leadership and officers: the dashboard, what stands behind its figures, and the surveys. */
export const overseers = ["leader", "bureau_officer", "department_officer", "town_officer", "community_officer"] as const;

/** Everybody works towards the targets. */
export const targetReaders = [...overseers, "organisation_manager", "social_worker", "expert"] as const;

export const targetSetters = ["bureau_officer"] as const;

/** Staff of the city, the towns and the communities read by what is assessed. */
export const schemeReaders = overseers;

/** The bureau's officers: they draft, put in force, check, decide and freeze. */
export const assessors = ["bureau_officer"] as const;

/** Leadership reads, the bureau assesses, the town reports. */
export const cardReaders = ["leader", "bureau_officer", "town_officer"] as const;

export const reporters = ["town_officer"] as const;
