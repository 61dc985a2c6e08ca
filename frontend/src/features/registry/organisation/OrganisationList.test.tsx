/** The list of organisations: its filters live in the URL and are asked of the registry. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import { areas, invented } from "../invented";
import OrganisationList from "./OrganisationList";

const account = (role: string) => ({ id: "a", kind: "staff", display_name: "陈敏", grants: [{ role, area_id: "area-441900116", area_name: "塘厦镇", scope_key: "x" }] });

function serve(role = "town_officer") {
  return pretendServer(({ path }) => {
    if (path.endsWith("/areas")) return { body: { items: areas, next: null, count: null } };
    if (path.endsWith("/me")) return { body: account(role) };
    return { body: { items: [invented({ number: "塘备〔2026〕001号", state: "filed", filed_on: "2026-11-21" })], next: null, count: null } };
  });
}

const queries = (asked: { path: string }[]) => asked.filter(({ path }) => path.includes("/organisations")).map(({ path }) => new URLSearchParams(path.split("?")[1]));

it("asks what the URL says", async () => {
  const asked = serve();
  show(<OrganisationList />, { at: "/registry/organisations?state=submitted&category=culture_sports&area_id=area-441900116&name=睦邻&tab=x" });
  await screen.findByText("林村睦邻互助社");
  expect(Object.fromEntries(queries(asked)[0] ?? [])).toEqual({ state: "submitted", category: "culture_sports", area_id: "area-441900116", name: "睦邻" });
});

it("writes a chosen filter into the URL and asks again", async () => {
  const asked = serve();
  const router = show(<OrganisationList />, { at: "/registry/organisations" });
  await screen.findByText("林村睦邻互助社");
  fireEvent.mouseDown(screen.getByLabelText(/^状态/));
  fireEvent.click(await screen.findByTitle("待受理审查"));
  expect(router.state.location.search).toBe("?state=submitted");
  await waitFor(() => expect(queries(asked).at(-1)?.get("state")).toBe("submitted"));
});

it("shows state, place and number of a line", async () => {
  serve();
  show(<OrganisationList />, { at: "/registry/organisations" });
  expect(await screen.findByText("林村社区")).toBeVisible();
  expect(screen.getByText("已备案")).toBeVisible();
  expect(screen.getByText("塘备〔2026〕001号")).toBeVisible();
});

it("offers drafting to those who draft", async () => {
  serve();
  show(<OrganisationList />, { at: "/registry/organisations" });
  expect((await screen.findByText("起草备案")).closest("a")).toHaveAttribute("href", "/registry/organisations/new");
});

it("offers no drafting to those who only read", async () => {
  serve("leader");
  show(<OrganisationList />, { at: "/registry/organisations" });
  await screen.findByText("已备案");
  expect(screen.queryByText("起草备案")).toBeNull();
});
