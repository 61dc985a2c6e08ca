/** The big screen lies above the frame: it says itself that what it shows is invented. */
import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { areas, city, CITY, leader, loopOfCity, tilesOfCity } from "../invented";
import ScreenPage from "./ScreenPage";

const answers: [RegExp, unknown][] = [
  [/gateway\/me$/, leader],
  [/gateway\/installation$/, { demo: true }],
  [/registry\/areas$/, { items: areas, next: null, count: null }],
  [/\/tiles\?/, tilesOfCity],
  [/\/loop$/, loopOfCity],
  [new RegExp(`dashboards/${CITY}$`), city],
];

// The document of the tests opens no modal dialog by itself.
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn(function open(this: HTMLDialogElement) {
    this.open = true;
  });
});

it("is marked beside the name of the area", async () => {
  pretendServer(({ path }: Asked) => ({ body: answers.find(([asked]) => asked.test(path))?.[1] }));
  show(<ScreenPage />, { at: "/dashboard/screen" });
  expect(await screen.findByText("演示数据")).toBeVisible();
  expect(screen.getByRole("heading", { name: "三社联动 · 东莞市 演示数据" })).toBeVisible();
});
