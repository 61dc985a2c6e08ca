/** What the server found wrong, for the fields that show it. */
import { useEffect } from "react";
import { Problem } from "@/api/problem";

/** The sentence for one field: `mistakeAt(error, "/id_number")`. */
export function mistakeAt(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof Problem)) return undefined;
  const found = error.errors.find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`));
  if (!found) return undefined;
  // A rule names the field and says in the detail what is wrong with it.
  return found.title === error.title ? (error.detail ?? found.title) : found.title;
}

/** Whether the fields in sight say all that there is to say. */
export const isSaidByFields = (error: unknown, pointers: string[]) =>
  error instanceof Problem &&
  error.errors.length > 0 &&
  error.errors.every(({ pointer }) => pointers.some((one) => pointer === one || pointer.startsWith(`${one}/`)));

/** Brings the first field that was refused into sight. */
export function useFirstMistake(error: unknown): void {
  useEffect(() => {
    if (error) document.querySelector<HTMLElement>("main [aria-invalid]")?.focus();
  }, [error]);
}
