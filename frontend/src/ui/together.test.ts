/** What is asked in the same moment goes out as one request. */
import { expect, it, vi } from "vitest";
import { together } from "./together";

it("asks once for many, each id once, and tells who is unknown", async () => {
  const ask = vi.fn((ids: string[]) => Promise.resolve(new Map(ids.filter((id) => id !== "x").map((id) => [id, id.toUpperCase()]))));
  const name = together(ask);
  expect(await Promise.all([name("a"), name("b"), name("a"), name("x")])).toEqual(["A", "B", "A", null]);
  expect(ask).toHaveBeenCalledExactlyOnceWith(["a", "b", "x"]);
  expect(await name("c")).toBe("C");
  expect(ask).toHaveBeenCalledTimes(2);
});

it("splits what is too much for one request, and fails those who asked", async () => {
  const sizes: number[] = [];
  const name = together((ids) => {
    sizes.push(ids.length);
    return Promise.reject(new Error("down"));
  });
  const all = await Promise.allSettled(Array.from({ length: 250 }, (_, at) => name(String(at))));
  expect(sizes).toEqual([200, 50]);
  expect(all.every(({ status }) => status === "rejected")).toBe(true);
});
