/** The list of areas: the units first, what lies below a chosen one, names that are not verified. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import { areas } from "../invented";
import AreaList from "./AreaList";

const population = { value: 629016, kind: "resident", on: "2020-11-01", source: "第七次全国人口普查公报" };

function serve() {
  return pretendServer(({ path }) => {
    const query = new URLSearchParams(path.split("?")[1]);
    const wanted = areas.filter(({ level, parent_id }) => (query.get("level") ?? level) === level && (query.get("parent_id") ?? parent_id) === parent_id);
    return { body: { items: wanted.map((area) => ({ ...area, population: area.level === "township" ? population : null })), next: null, count: null } };
  });
}

it("begins with the units and says of each count what, when and by whom", async () => {
  serve();
  show(<AreaList />, { at: "/registry/areas" });
  expect(await screen.findByText("629,016")).toBeVisible();
  expect(screen.getByText("常住人口 · 第七次全国人口普查公报 · 2020-11-01")).toBeVisible();
  expect(screen.getByText("塘厦镇")).toBeVisible();
  expect(screen.queryByText("林村社区")).toBeNull();
});

it("shows what lies below a unit, without inventing a name or a count", async () => {
  serve();
  show(<AreaList />, { at: "/registry/areas?parent_id=area-441900116" });
  expect(await screen.findByText("林村社区")).toBeVisible();
  expect(screen.getByText("名称待导入")).toBeVisible();
  expect(screen.queryByText("629,016")).toBeNull();
});
