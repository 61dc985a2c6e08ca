/** The refusals of projects in English, keyed by problem type. */
export const projects = {};
