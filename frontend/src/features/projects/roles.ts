/** Who is offered which of these screens; the services decide for themselves again. */

export const needReaders = ["leader", "bureau_officer", "department_officer", "town_officer", "community_officer", "social_worker", "expert"] as const;

export const projectReaders = [...needReaders, "organisation_manager"] as const;

export const needRecorders = ["town_officer", "community_officer", "social_worker"] as const;

export const proposers = ["town_officer", "community_officer", "organisation_manager"] as const;

/** Who calls people together and writes down what came of it. */
export const conveners = ["town_officer", "community_officer"] as const;

/** Who takes further what a community could not settle. */
export const continuers = ["town_officer"] as const;

/** Who answers for what was agreed. */
export const executors = [...conveners, "organisation_manager"] as const;

export const planners = ["organisation_manager", "social_worker"] as const;

/** Those who stand before the people present and show the codes. */
export const leads = ["community_officer", "organisation_manager", "social_worker"] as const;

/** Who reads which residents took part; others see the figures only. */
export const participationReaders = ["bureau_officer", "town_officer", "community_officer", "organisation_manager", "social_worker"] as const;

/** Satisfaction is read by those who oversee; who provides the service is kept apart from it. */
export const surveyReaders = ["leader", "bureau_officer", "department_officer", "town_officer", "community_officer"] as const;

/** Who reads budgets, and purchases before they are announced; the rest is read where everybody may. */
export const spendingReaders = needReaders;

/** Who reads contracts, acceptances and payments: the purchaser's side, and the provider its own. */
export const contractReaders = projectReaders;

/** Who grants budgets, buys, accepts and pays. */
export const purchasers = ["bureau_officer", "town_officer"] as const;

export const bidders = ["organisation_manager"] as const;

export const scorers = ["expert"] as const;

/** Who reads the panel and, once the review is concluded, every score and opinion. */
export const reviewReaders = [...purchasers, ...scorers] as const;

/** Who reads bids once they are opened; an organisation its own at any time. */
export const bidReaders = [...purchasers, ...bidders, ...scorers] as const;
