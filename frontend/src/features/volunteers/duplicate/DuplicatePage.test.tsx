/** A pair: which registration stays is chosen and sent with the version that was seen; of another town little is shown. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import DuplicatePage from "./DuplicatePage";
import type { Duplicate, Side } from "./queries";

const side = (given: Partial<Side>): Side => ({
  volunteer_id: "v1", area_id: "area-1", elsewhere: false, number: "4419544784494951", name: "陈*", id_type: "resident_id", id_number: "4419**********0017",
  phone: null, on_paper: false, registered_at: "2026-11-14T01:30:00Z", withdrawn_at: null, ...given,
});
const pair: Duplicate = {
  id: "v1_v2", version: 5, area_id: "area-1", state: "waiting", stays_id: null, reason: null, decided_by: null, decided_at: null, links: {},
  sides: [side({}), side({ volunteer_id: "v2", area_id: "area-2", elsewhere: true, number: null, id_type: "hk_macau_residence", id_number: "8100**********0025" })],
  actions: [{ name: "merger", label: "认定为同一人", method: "POST", needs_reason: false, href: "/api/volunteers/duplicates/v1_v2/merger" }],
};

it("asks which registration stays, and why", async () => {
  const asked = pretendServer(({ path }) => ({ body: path.includes("/duplicates/") ? pair : [] }));
  show(<DuplicatePage />, { at: "/volunteers/duplicates/v1_v2", path: "/volunteers/duplicates/:id" });
  fireEvent.click(await screen.findByText("认定为同一人"));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  const confirm = () => fireEvent.click(dialog.getByText("认定为同一人", { selector: "button *" }));
  confirm();
  expect(await dialog.findByText("请选择保留哪一份注册")).toBeVisible();
  fireEvent.click(dialog.getByLabelText(/第二份注册/));
  fireEvent.change(dialog.getByLabelText("认定理由"), { target: { value: "派出所证明" } });
  confirm();
  await waitFor(() => expect(asked.some(({ method }) => method === "POST")).toBe(true));
  const sent = asked.find(({ method }) => method === "POST");
  expect(sent?.body).toEqual({ stays_id: "v2", reason: "派出所证明" });
  expect(sent?.headers.get("If-Match")).toBe('"5"');
});

it("shows of another town's registration neither number nor telephone, and asks for no hours of it", async () => {
  const asked = pretendServer(({ path }) => ({ body: path.includes("/duplicates/") ? pair : [] }));
  show(<DuplicatePage />, { at: "/volunteers/duplicates/v1_v2", path: "/volunteers/duplicates/:id" });
  expect(await screen.findAllByText("在其他镇街，不显示")).toHaveLength(3);
  expect(asked.filter(({ path }) => path.includes("/hours/total"))).toHaveLength(1);
});
