/** The refusals of volunteers in English, keyed by problem type. */
export const volunteers = {};
