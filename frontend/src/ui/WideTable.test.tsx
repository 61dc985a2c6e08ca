/** A table wider than its page says on which side there is more. */
import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { WideTable } from "./WideTable";

it("shows on which side there is more, and is reached by keyboard", () => {
  Object.defineProperties(HTMLElement.prototype, { scrollWidth: { configurable: true, value: 600 }, clientWidth: { configurable: true, value: 320 } });
  show(<WideTable label="投标" dataSource={[]} columns={[{ title: "名称" }]} />);
  const box = screen.getByRole("region", { name: "投标" });
  expect(box).toHaveAttribute("tabindex", "0");
  const shadows = () => [box.parentElement?.dataset.before, box.parentElement?.dataset.after];
  expect(shadows()).toEqual([undefined, "true"]);
  box.scrollLeft = 280;
  fireEvent.scroll(box);
  expect(shadows()).toEqual(["true", undefined]);
  for (const name of ["scrollWidth", "clientWidth"]) Reflect.deleteProperty(HTMLElement.prototype, name);
});
