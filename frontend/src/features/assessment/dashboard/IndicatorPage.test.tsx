/** The page of an indicator: value, pace, forecast and its method, definition with dated denominator, others' counts. */
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { areas, CITY, indicatorOfCity, leader, tilesOfCity } from "../invented";
import type { IndicatorView } from "./indicatorQueries";
import IndicatorPage from "./IndicatorPage";

const answers: [RegExp, unknown][] = [
  [/gateway\/me$/, leader],
  [/registry\/areas$/, { items: areas, next: null, count: null }],
  [/\/tiles\?/, tilesOfCity],
  [/\/indicators\/volunteer_ratio$/, indicatorOfCity],
];

function open(changes: Partial<IndicatorView> = {}) {
  pretendServer(({ path }: Asked) => {
    const body = answers.find(([asked]) => asked.test(path))?.[1];
    return { body: body === indicatorOfCity ? { ...indicatorOfCity, ...changes } : body };
  });
  return show(<IndicatorPage />, { at: `/dashboard/indicators/volunteer_ratio?area_id=${CITY}`, path: "/dashboard/indicators/:code" });
}

it("says where it stands, against what, and how fast it has been moving", async () => {
  open();
  const stand = within(await screen.findByRole("region", { name: "现状" }));
  expect(stand.getByText("11.2 %")).toBeVisible();
  expect(stand.getByText("到期未达标")).toBeVisible();
  expect(stand.getByText("近 6 个月平均每月增加 3,140 人")).toBeVisible();
  expect(stand.getByText("查看数据来源")).toHaveAttribute("href", `/assessment/readings?indicator=volunteer_ratio&area_id=${CITY}`);
});

it("forecasts with its range, its method and how often such ranges held, and shows the same as a table", async () => {
  open();
  expect(await screen.findByText(/21 个区间中有 18 个包含了后来的实际值/)).toBeVisible();
  fireEvent.click(screen.getByText("以表格查看"));
  expect(screen.getByText("11.5 %（11.3 % 至 11.7 %）")).toBeVisible();
});

it("forecasts nothing where its ranges did not hold, and says why", async () => {
  open({ forecast: null, forecast_withheld: "unreliable" });
  expect(await screen.findByText("历史波动太大，近期的预测不可靠，不显示预测。")).toBeVisible();
  expect(screen.queryByText(/区间/)).toBeNull();
});

it("explains itself and lists what others count apart", async () => {
  open();
  const definition = within(await screen.findByRole("region", { name: "指标定义" }));
  expect(definition.getByText("注册志愿者数 ÷ 常住人口数")).toBeVisible();
  expect(definition.getByText(/常住人口 10,466,625（2020-11-01），第七次全国人口普查公报/)).toBeVisible();
  const outside = within(screen.getByRole("region", { name: "外部统计数（只作对照，不并入）" }));
  expect(outside.getByText("i志愿 · 注册志愿者证数")).toHaveAttribute("href", "/assessment/outside-counts/o1");
  expect(outside.getByText("1,200,000")).toBeVisible();
});
