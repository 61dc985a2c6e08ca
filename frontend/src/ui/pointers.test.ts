/** Server pointers and form fields. */
import { expect, it } from "vitest";
import { pathOf, place } from "./pointers";

it("reads JSON pointers", () => {
  expect(pathOf("/stages/0/amount_fen")).toEqual(["stages", 0, "amount_fen"]);
  expect(pathOf("/a~1b/c~0d")).toEqual(["a/b", "c~d"]);
});

it("puts each error on the nearest field and leaves the rest over", () => {
  const { placed, unplaced } = place(
    [
      { pointer: "/stages/0/amount_fen", title: "必填" },
      { pointer: "/place/latitude", title: "应为数字" },
      { pointer: "/other", title: "不接受此字段" },
      { pointer: "?after", title: "翻页位置无效" },
    ],
    [["stages"], ["stages", 0, "amount_fen"], ["place"]],
  );
  expect(placed).toEqual([
    { name: ["stages", 0, "amount_fen"], errors: ["必填"] },
    { name: ["place"], errors: ["应为数字"] },
  ]);
  expect(unplaced.map(({ pointer }) => pointer)).toEqual(["/other", "?after"]);
});
