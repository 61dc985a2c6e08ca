/** The refusals of registry in English, keyed by problem type. */
export const registry = {};
