/** From the server's pointers (`/budget_fen`, `/stages/0/amount_fen`) to the fields of a form. */
import type { FieldError } from "@/api/problem";

export type FieldPath = (string | number)[];

export function pathOf(pointer: string): FieldPath {
  const parts = pointer.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  return parts.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

const holds = (field: FieldPath, path: FieldPath) => field.length <= path.length && field.every((part, at) => part === path[at]);

/** Each error to the nearest field that shows it; what no field shows is left over for the alert. */
export function place(errors: FieldError[], fields: FieldPath[]) {
  const placed = new Map<FieldPath, string[]>();
  const unplaced: FieldError[] = [];
  for (const error of errors) {
    const path = pathOf(error.pointer);
    const field = fields.filter((one) => holds(one, path)).sort((one, other) => other.length - one.length)[0];
    if (field) placed.set(field, [...(placed.get(field) ?? []), error.title]);
    else unplaced.push(error);
  }
  return { placed: [...placed].map(([name, titles]) => ({ name, errors: titles })), unplaced };
}
