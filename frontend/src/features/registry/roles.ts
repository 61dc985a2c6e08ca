/** Who is offered the registry's forms; the registry decides for itself again. */

export const drafters = ["bureau_officer", "town_officer", "community_officer", "organisation_manager"];

export const registrars = ["bureau_officer", "town_officer"];

export const readers = ["leader", "bureau_officer", "department_officer", "town_officer", "community_officer", "organisation_manager", "social_worker"];
