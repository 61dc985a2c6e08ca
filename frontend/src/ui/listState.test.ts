/** List filters in the URL. */
import { expect, it } from "vitest";
import { queryFrom, withValue, type Filter } from "./listState";

interface Query {
  q?: string;
  state?: string[];
}

const filters: Filter<Query>[] = [
  { name: "q", label: "名称", kind: "text" },
  { name: "state", label: "状态", kind: "select", multiple: true, options: [] },
];

it("asks only what a filter names", () => {
  expect(queryFrom(new URLSearchParams("q=助餐&state=a&state=b&sheet=1&tab=x"), filters)).toEqual({ q: "助餐", state: ["a", "b"] });
  expect(queryFrom(new URLSearchParams("q="), filters)).toEqual({});
});

it("writes one, several or no values and leaves the others alone", () => {
  const start = new URLSearchParams("q=a&tab=x");
  expect(withValue(start, "state", ["a", "b"]).toString()).toBe("q=a&tab=x&state=a&state=b");
  expect(withValue(start, "q", undefined).toString()).toBe("tab=x");
  expect(start.toString()).toBe("q=a&tab=x");
});
