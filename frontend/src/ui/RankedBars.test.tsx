/** Ranked bars: every line of a target lies inside its chart, whatever is set for those who are not measured. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { RankedBars } from "./RankedBars";

it("draws no target of a unit without a figure, which may lie far outside the scale", () => {
  const units = [
    { code: "441900003", name: "东城街道", value: 0.0035, state: "ok" as const, target: 0.0022 },
    { code: "441900401", name: "松山湖管委会", value: null, state: "na" as const, target: 0.13 },
  ];
  show(<RankedBars units={units} label="志愿者占比" target={null} format={String} hrefOf={(code) => `/${code}`} />);
  const chart = screen.getByRole("list", { name: "志愿者占比" });
  const marks = [...chart.querySelectorAll<HTMLElement>("[style*=inset-inline-start]")].map((mark) => parseFloat(mark.style.insetInlineStart));
  expect(marks).toHaveLength(1);
  expect(Math.max(...marks)).toBeLessThanOrEqual(100);
});
