/** The options of a select from a map of labels. */

export const choices = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
