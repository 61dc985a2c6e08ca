/** The refusals of gateway in English, keyed by problem type. */
export const gateway = {};
