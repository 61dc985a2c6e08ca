/** The options of a select from a map of labels or states. */

type Labels = Record<string, string | { label: string }>;

export const choices = (labels: Labels) =>
  Object.entries(labels).map(([value, label]) => ({ value, label: typeof label === "string" ? label : label.label }));
