/** The shapes every service answers with: records that carry their actions and links, and keyset pages. */

/** A button the server allows this reader at this moment. */
export interface Action {
  name: string;
  method: string;
  href: string;
  needs_reason: boolean;
  label: string;
}

export interface RecordView {
  id: string;
  version: number;
  area_id: string;
  state: string;
  actions: Action[];
  links: Record<string, string | string[] | null | undefined>;
}

export interface Page<T> {
  items: T[];
  next?: string | null;
  count?: number | null;
}

/** Long work as its service tells about it (202, then this). */
export interface Job {
  id: string;
  version: number;
  kind: string;
  /** `waiting` for a confirmation. */
  state: "queued" | "running" | "waiting" | "done" | "failed" | "cancelled";
  file?: string | null;
  done: number;
  total: number | null;
  /** Rows of a list by what becomes of them. */
  counts: Record<string, number>;
  /** Where the result is downloaded. */
  result?: string | null;
  /** Where the first faults are read, if there are any. */
  faults?: string | null;
  /** The day on which the files of a list are dropped. */
  result_until?: string;
  /** Why it failed, or what it left out. */
  detail?: string | null;
  made_at: string;
  actions: Action[];
}

/** What a page asks the server; goes straight into `useQuery`. */
export interface Question<V> {
  queryKey: readonly unknown[];
  queryFn: (context: { signal: AbortSignal }) => Promise<V>;
}

/** What a list asks: `Q` is the query string of the operation, taken from the generated types by `QueryOf`. */
export interface ListQuestion<T, Q> {
  key: readonly unknown[];
  page: (query: Q) => Promise<Page<T>>;
}

export type QueryOf<Paths, Path extends keyof Paths> = Paths[Path] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;

/** The page of a record: screens live at the services' own paths, without `/api`. */
export const pageOf = (href: string) => href.replace(/^\/api/, "");
