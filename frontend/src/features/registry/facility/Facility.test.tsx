/** Facilities and who moves in: the last day that people name, one of both, and communities without a facility. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { areas, invented } from "../invented";
import { inventedFacility, inventedStationing } from "../inventedKept";
import StationingForm from "../stationing/StationingForm";
import StationingPage from "../stationing/StationingPage";
import { CoverageOf } from "./CoverageOf";
import FacilityPage from "./FacilityPage";
import type { Facility } from "./queries";

const page = (items: unknown[]) => ({ items, next: null, count: null });
const keeper = { id: "a", kind: "staff", display_name: "陈敏", grants: [{ role: "community_officer", area_id: "area-441900116001", area_name: "林村社区", scope_key: "x" }] };

const server = (record: Facility) =>
  pretendServer(({ method, path }: Asked) => {
    if (path.endsWith("/me")) return { body: keeper };
    if (path.endsWith("/areas")) return { body: page(areas) };
    if (path.includes("/facility-coverage")) return { body: { communities: 4, covered: 3, uncovered: [{ area_id: "area-441900116002", code: "441900116002", name: null }] } };
    if (method !== "GET" || path.includes("/stationings/s1")) return { body: inventedStationing() };
    if (path.includes("/stationings")) return { body: page([inventedStationing()]) };
    if (path.includes("/organisations/o1")) return { body: invented() };
    if (path.includes("/organisations")) return { body: page(path.includes("state=filed") ? [invented({ state: "filed" })] : []) };
    return { body: record };
  });

it("shows who works in it, and lets its keepers register who moves in", async () => {
  server(inventedFacility());
  show(<FacilityPage />, { at: "/registry/facilities/f1", path: "/registry/facilities/:id" });
  expect(await screen.findByText("1,320 平方米")).toBeVisible();
  expect(await screen.findByText("2099-01-31")).toBeVisible();
  expect(screen.getByText("登记进驻").closest("a")).toHaveAttribute("href", "/registry/stationings/new?facility_id=f1");
});

it("sends the first day without, of the one who was chosen", async () => {
  const asked = server(inventedFacility());
  show(<StationingForm />, { at: "/registry/stationings/new?facility_id=f1" });
  fireEvent.mouseDown(await screen.findByLabelText("组织", { selector: "input[role=combobox]" }));
  fireEvent.click(await screen.findByTitle("林村睦邻互助社"));
  fireEvent.change(screen.getByLabelText("进驻协议"), { target: { value: "进驻协议〔2026〕1号" } });
  const until = screen.getByLabelText("协议期至");
  fireEvent.mouseDown(until);
  fireEvent.change(until, { target: { value: "2027-12-31" } });
  fireEvent.keyDown(until, { key: "Enter", keyCode: 13 });
  fireEvent.click(screen.getByText("登记进驻", { selector: "button *" }));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")).toMatchObject({
    path: "/api/registry/stationings",
    body: { facility_id: "f1", organisation_id: "o1", agreement: "进驻协议〔2026〕1号", until: "2028-01-01" },
  }));
});

it("asks to begin at a facility", async () => {
  server(inventedFacility());
  show(<StationingForm />, { at: "/registry/stationings/new" });
  expect(await screen.findByText("请从设施进入")).toBeVisible();
});

it("says until when an agreement holds", async () => {
  server(inventedFacility());
  show(<StationingPage />, { at: "/registry/stationings/s1", path: "/registry/stationings/:id" });
  expect(await screen.findByText("2099-01-31")).toBeVisible();
});

it("counts the communities that have none, by name", async () => {
  server(inventedFacility());
  show(<CoverageOf of="area-441900116" />);
  expect(await screen.findByText(/3 \/ 4 个村（社区）有开放的设施（75.0 %），缺 1 个/)).toBeVisible();
  expect(screen.getByText("名称待导入")).toBeVisible();
});
