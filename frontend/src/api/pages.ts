/** A list read whole, page after page. */
import type { Page } from "./view";

/** Items in one page, as many as a service gives. */
const MOST = 200;

/** The items of all pages, or of those up to the first on which one is `enough`. */
export async function everyItem<T>(
  page: (asked: { limit: number; after?: string }) => Promise<Page<T>>,
  enough: (each: T) => boolean = () => false,
): Promise<T[]> {
  const found: T[] = [];
  let after: string | null | undefined;
  do {
    const { items, next }: Page<T> = await page({ limit: MOST, ...(after && { after }) });
    found.push(...items);
    after = items.some((each) => enough(each)) ? null : next;
  } while (after);
  return found;
}
