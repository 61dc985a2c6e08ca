/** Who is offered which of these screens; the service decides for itself again. */

export const readers = ["leader", "bureau_officer", "department_officer", "town_officer", "community_officer", "organisation_manager", "social_worker"] as const;

export const hoursReaders = [...readers, "expert"] as const;

/** Who may have organised activities and certifies the hours of them. */
export const certifiers = ["bureau_officer", "town_officer", "community_officer", "organisation_manager"] as const;

/** The second person of an hours entry. */
export const confirmers = ["bureau_officer", "town_officer", "community_officer", "social_worker"] as const;

/** Those who form teams and tend them. */
export const teamFounders = ["bureau_officer", "town_officer", "community_officer", "organisation_manager", "social_worker"] as const;

/** Those who find a social worker for a team. */
export const pairers = ["bureau_officer", "town_officer", "community_officer", "organisation_manager"] as const;

/** Whose scope is an area. */
export const coverageReaders = ["leader", "bureau_officer", "department_officer", "town_officer", "community_officer", "social_worker"] as const;

/** Who checks entries by hand of other towns. */
export const checkers = ["bureau_officer", "town_officer"] as const;

/** Who judges whether two registrations are one person's. */
export const judges = ["bureau_officer", "town_officer"] as const;

/** Those who run activities and may enter hours by hand. */
export const proposers = ["community_officer", "organisation_manager", "social_worker"] as const;

/** Those who offer courses. */
export const teachers = ["bureau_officer", "town_officer", "community_officer", "organisation_manager"] as const;

/** Those who record who completed one. */
export const recorders = [...teachers, "social_worker"] as const;

/** Those who apply for the star of somebody else. */
export const applicants = ["community_officer", "organisation_manager"] as const;

/** 纸质登记名单, and lists to take away. */
export const enrollers = ["bureau_officer", "town_officer", "community_officer"] as const;
