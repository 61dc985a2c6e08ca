/** A check: what was found is sent with the version that was seen. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import CheckPage from "./CheckPage";
import type { Check } from "./queries";

const waiting: Check = {
  id: "c1", version: 4, area_id: "area-1", state: "waiting", kind: "sample", due_on: "2026-12-11", hours_id: "h1", entry_area_id: "area-2",
  volunteer_number: "4419544784494951", title: "周末敬老陪伴", starts_at: "2026-11-14T01:30:00Z", ends_at: "2026-11-14T03:30:00Z", minutes: 120,
  because: "手机没电", finding: null, decided_by: null, decided_at: null, links: {},
  actions: [{ name: "result", label: "登记核对结果", method: "POST", needs_reason: false, href: "/api/volunteers/hours-checks/c1/result" }],
};

it("asks what was found, and for a word about it", async () => {
  const asked = pretendServer(({ path }) => ({ body: path.includes("/hours-checks/") ? waiting : [] }));
  show(<CheckPage />, { at: "/volunteers/hours-checks/c1", path: "/volunteers/hours-checks/:id" });
  fireEvent.click(await screen.findByText("登记核对结果"));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  const confirm = () => fireEvent.click(dialog.getByText("登记核对结果", { selector: "button *" }));
  fireEvent.click(dialog.getByLabelText("不实"));
  confirm();
  expect(await dialog.findByText("请写明核对情况")).toBeVisible();
  fireEvent.change(dialog.getByLabelText("核对情况"), { target: { value: "签到表上没有此人" } });
  confirm();
  await waitFor(() => expect(asked.some(({ method }) => method === "POST")).toBe(true));
  const sent = asked.find(({ method }) => method === "POST");
  expect(sent?.body).toEqual({ right: false, finding: "签到表上没有此人" });
  expect(sent?.headers.get("If-Match")).toBe('"4"');
});
