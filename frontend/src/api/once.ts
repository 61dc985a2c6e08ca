/** One act while it is under way: the same again, as by a double click, waits for the same answer. */
const underWay = new Map<string, Promise<unknown>>();

export function once<T>(what: string, go: () => Promise<T>): Promise<T> {
  const begun = underWay.get(what) ?? go().finally(() => underWay.delete(what));
  underWay.set(what, begun);
  return begun as Promise<T>;
}
