/** The tile grid: coverage, hatching, keyboard. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { percent } from "./amounts";
import { TileGrid } from "./TileGrid";
import type { UnitFigure } from "./units";

const units: UnitFigure[] = [
  { code: "441900116", name: "塘厦镇", value: 0.63, state: "ok" },
  { code: "441900401", name: "松山湖", value: null, state: "na" },
];

const grid = <TileGrid units={units} label="达标率" target={0.7} format={(share) => percent(share)} hrefOf={(code) => `/towns/${code}`} />;

it("shows all 36 units, each with a sentence", () => {
  show(grid);
  expect(screen.getAllByRole("link")).toHaveLength(36);
  expect(screen.getByRole("link", { name: "塘厦镇 63.0 % · 差 7.0 %" })).toHaveAttribute("href", "/towns/441900116");
});

it("hatches what does not apply and never colours it", () => {
  show(grid);
  const park = screen.getByRole("link", { name: "松山湖 不适用" });
  expect(park).toHaveAttribute("data-state", "na");
  expect(park.style.background).toBe("");
  expect(park.className).toContain("na");
});

it("does not call inapplicable what is merely unknown", () => {
  show(grid);
  expect(screen.getByRole("link", { name: "石龙镇 暂无数据" })).toHaveAttribute("data-state", "no_data");
});

it("says the distance between shares in percentage points", () => {
  const points = (share: number) => `${(share * 100).toFixed(1)} 个百分点`;
  show(<TileGrid units={units} label="达标率" target={0.7} format={(share) => percent(share)} difference={points} hrefOf={(code) => code} />);
  expect(screen.getByText("塘厦镇 63.0 % · 差 7.0 个百分点")).toBeInTheDocument();
});

it("says of a target that no text sets it", () => {
  show(<TileGrid units={units} label="达标率" target={0.7} isAssumed format={(share) => percent(share)} hrefOf={(code) => code} />);
  expect(screen.getByText("目标 70.0 %（假设）")).toBeInTheDocument();
});

it("is one stop for the keyboard, walked by arrow keys", async () => {
  show(grid);
  await userEvent.tab();
  const first = document.activeElement;
  await userEvent.keyboard("{ArrowUp}");
  expect(document.activeElement).not.toBe(first);
  expect(document.querySelectorAll('[data-code][tabindex="0"]')).toHaveLength(1);
});
