/** The dashboard: figures open their records, the pictures show one another, what does not apply is said. */
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal, type Asked } from "@/testing/server";
import { areas, city, CITY, leader, loopOfCity, tilesOfCity, TOWN } from "../invented";
import DashboardPage from "./DashboardPage";

const answers: [RegExp, unknown][] = [
  [/gateway\/me$/, leader],
  [/registry\/areas$/, { items: areas, next: null, count: null }],
  [/\/tiles\?/, tilesOfCity],
  [/\/loop$/, loopOfCity],
  [new RegExp(`dashboards/${CITY}$`), city],
];

const answer = ({ path }: Asked) => ({ body: answers.find(([asked]) => asked.test(path))?.[1] });

function open() {
  const asked = pretendServer(answer);
  return { asked, router: show(<DashboardPage />, { at: "/dashboard" }) };
}

/** Both links carry the unit's sentence; asking for seventy links by role takes a slow machine long. */
const pictures = async (sentence: string) => {
  const [onMap, inRank] = (await screen.findAllByText(sentence)).map((said) => said.closest("a"));
  return [onMap as HTMLElement, inRank as HTMLElement] as const;
};

it("shows the reader's own area, each figure with target, gap, denominator and date", async () => {
  open();
  const figure = within(await screen.findByRole("region", { name: "志愿者占比" }));
  expect(figure.getByText("11.2 %")).toBeVisible();
  expect(figure.getByText(/目标 13 %/)).toBeVisible();
  expect(figure.getByText("缺 18.8 万人")).toBeVisible();
  expect(figure.getByText("2020-12-31 已到期")).toBeVisible();
  expect(figure.getByText(/1,172,262 \/ 10,466,625 常住人口/)).toBeVisible();
  expect(figure.getByText("截至 2026-11-23 09:00")).toBeVisible();
  expect(figure.getByRole("img", { name: /2026-10-31 11.0 %/ })).toBeVisible();
});

it("opens the records behind a figure", async () => {
  const { router } = open();
  const figure = within(await screen.findByRole("region", { name: "志愿者占比" }));
  fireEvent.click(figure.getByRole("link", { name: "志愿者占比" }));
  const { pathname, search } = router.state.location;
  expect(pathname + search).toBe(`/assessment/readings?indicator=volunteer_ratio&area_id=${CITY}`);
});

it("hatches a unit that the figure does not apply to, and says so", async () => {
  open();
  const [onMap, inRank] = await pictures("松山湖 不适用");
  expect(onMap).toHaveAttribute("data-state", "na");
  expect(onMap.className).toContain("na");
  expect(onMap.style.background).toBe("");
  expect(within(inRank).getAllByText("不适用").length).toBeGreaterThan(0);
});

it("lights a unit in both pictures, whichever is touched", async () => {
  open();
  const [onMap, inRank] = await pictures("塘厦镇 63.0 % · 差 37.0 个百分点");
  const lit = () => [onMap, inRank].map(({ className }) => className.includes("lit"));
  expect(lit()).toEqual([false, false]);
  fireEvent.mouseEnter(onMap);
  expect(lit()).toEqual([true, true]);
  fireEvent.mouseLeave(onMap);
  fireEvent.mouseEnter(inRank);
  expect(lit()).toEqual([true, true]);
});

it("leads from a tile to the town's dashboard, keeping the indicator", async () => {
  const { router } = open();
  const [onMap] = await pictures("塘厦镇 63.0 % · 差 37.0 个百分点");
  fireEvent.click(onMap);
  const { pathname, search } = router.state.location;
  expect(pathname + search).toBe(`/dashboard/${TOWN}?indicator=org_coverage`);
});

it("says where the loop is stuck and leads to what waits there", async () => {
  open();
  const way = await screen.findByText("14 件需求还没有立项回应");
  expect(way).toHaveAttribute("href", `/projects/needs?without_project=true&area_id=${CITY}`);
});

it("says what went wrong and can be asked again", async () => {
  let down = true;
  pretendServer((asked) => (down && asked.path.endsWith(CITY) ? refusal(500, "failed", { title: "服务出错，请稍后再试。" }) : answer(asked)));
  show(<DashboardPage />, { at: "/dashboard" });
  expect(await screen.findByText("服务出错，请稍后再试。")).toBeVisible();
  down = false;
  fireEvent.click(screen.getByText("再试一次"));
  expect(await screen.findByText("三社联动 · 东莞市")).toBeVisible();
});

it("says once that an area is not the reader's, and leads home instead of asking again", async () => {
  const title = "没有找到，或不在您的管辖范围内。";
  pretendServer((asked) => (asked.path.includes("dashboards") ? refusal(404, "not-found", { title, errors: [{ pointer: "/area_id", title }] }) : answer(asked)));
  show(<DashboardPage />, { at: "/dashboard" });
  expect(await screen.findAllByText(title)).toHaveLength(1);
  expect(screen.queryByText("再试一次")).toBeNull();
  expect(screen.getByText("回到首页")).toHaveAttribute("href", "/");
});

it("says which source tells nothing any more, and as of when", async () => {
  const stopped = [{ source: "registry", moved_at: "2026-11-21T01:00:00Z" }];
  pretendServer((asked) => (asked.path.endsWith(`dashboards/${CITY}`) ? { body: { ...city, as_of: "2026-11-21T01:00:00Z", stopped } } : answer(asked)));
  show(<DashboardPage />, { at: "/dashboard" });
  expect(await screen.findByText("组织与社工的数据停在 2026-11-21 09:00，其后的变化未计入")).toBeVisible();
});
