/** Who is offered which of the gateway's screens (三员分立); the gateway decides for itself again. */

export const openers = ["system_admin"] as const;

export const granters = ["security_admin"] as const;

export const administrators = [...openers, ...granters, "audit_admin"] as const;

/** Whoever holds a role on a desk: to-dos and notices are addressed to roles. */
export const desks = ["leader", "bureau_officer", "department_officer", "town_officer", "community_officer", "organisation_manager", "social_worker", "expert"] as const;
