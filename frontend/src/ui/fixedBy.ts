/** The parents named in the URL that a list is narrowed to. */

export function fixedBy<Q>(params: URLSearchParams, names: (keyof Q & string)[]): Partial<Q> {
  const given = names.flatMap((name) => {
    const id = params.get(name);
    return id ? [[name, id] as const] : [];
  });
  return Object.fromEntries(given) as Partial<Q>;
}
