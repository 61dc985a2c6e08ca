/** The parents named in the URL that a list is narrowed to. */

export function fixedBy<Name extends string>(params: URLSearchParams, names: readonly Name[]): Partial<Record<Name, string>> {
  const given = names.flatMap((name) => {
    const id = params.get(name);
    return id ? [[name, id] as const] : [];
  });
  return Object.fromEntries(given) as Partial<Record<Name, string>>;
}
