/** What the cache knows of one person is not told to the next. */
import { QueryObserver } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import { ownKey, person, readKept, keep } from "./kept";
import { newQueries } from "./queries";
import { me, type Account } from "./session";

const account = (id: string) => ({ id, grants: [] }) as unknown as Account;

function cacheOf(id: string) {
  const queries = newQueries();
  queries.setQueryData(me.queryKey, account(id));
  queries.setQueryData(["registry", "areas"], ["area-1"]);
  queries.setQueryData(["projects", "needs", "need-1"], "of the first");
  return queries;
}

it("forgets all but public answers when another signs in", () => {
  const queries = cacheOf("one");
  queries.setQueryData(me.queryKey, account("two"));
  expect(queries.getQueryData(["projects", "needs", "need-1"])).toBeUndefined();
  expect(queries.getQueryData(["registry", "areas"])).toEqual(["area-1"]);
});

it("forgets nothing while the same person stays", () => {
  const queries = cacheOf("one");
  queries.setQueryData(me.queryKey, account("one"));
  expect(queries.getQueryData(["projects", "needs", "need-1"])).toBe("of the first");
});

it("takes it from the screens too, and asks again for who is there now", async () => {
  const queries = cacheOf("one");
  const ask = vi.fn(() => Promise.resolve("of the visitor"));
  const seen: unknown[] = [];
  const stop = new QueryObserver(queries, { queryKey: ["projects", "needs", "need-1"], queryFn: ask, staleTime: Infinity }).subscribe(({ data }) => seen.push(data));
  queries.setQueryData(me.queryKey, null);
  expect(queries.getQueryData(["projects", "needs", "need-1"])).toBeUndefined();
  await vi.waitFor(() => expect(seen.at(-1)).toBe("of the visitor"));
  expect(seen).not.toContain("of the first");
  stop();
});

it("keeps a person's things on the device under the account, while the session only ran out", () => {
  const queries = cacheOf("one");
  keep(ownKey("draft:need"), "half filled in");
  queries.setQueryData(me.queryKey, null);
  expect([person(), readKept(ownKey("draft:need"))]).toEqual([null, null]);
  queries.setQueryData(me.queryKey, account("one"));
  expect(readKept(ownKey("draft:need"))).toBe("half filled in");
  queries.setQueryData(me.queryKey, account("two"));
  expect(JSON.stringify(localStorage)).not.toContain("half filled in");
});
