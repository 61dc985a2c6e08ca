/** Who is offered which of the registry's screens; the registry decides for itself again. */

export const registrars = ["bureau_officer", "town_officer"] as const;

/** 设施与进驻. */
export const keepers = [...registrars, "community_officer"] as const;

export const drafters = [...keepers, "organisation_manager"] as const;

export const readers = [...drafters, "leader", "department_officer", "social_worker"] as const;

/** Who takes lists away. */
export const exporters = [...keepers, "leader", "department_officer"] as const;
