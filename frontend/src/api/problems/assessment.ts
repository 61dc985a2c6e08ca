/** The refusals of assessment in English, keyed by problem type. */
export const assessment = {};
