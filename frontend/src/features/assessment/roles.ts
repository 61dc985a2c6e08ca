/** Who is offered which of these screens; the service decides for itself again. */

/** Leadership and officers: the dashboard, what stands behind its figures, and the surveys. */
export const overseers = ["leader", "bureau_officer", "department_officer", "town_officer", "community_officer"] as const;

/** Everybody works towards the targets. */
export const targetReaders = [...overseers, "organisation_manager", "social_worker", "expert"] as const;

export const targetSetters = ["bureau_officer"] as const;
