/** One social worker: until when the registration holds, and the hours a renewal asks. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import type { SocialWorker } from "@/ui/workers";
import { areas } from "../invented";
import SocialWorkerPage from "./SocialWorkerPage";

const worker: SocialWorker = {
  id: "w1",
  version: 2,
  area_id: "area-441900116",
  state: "registered",
  name: "演*",
  level: "assistant",
  certificate_number: "DEMO-1",
  certified_on: "2020-06-01",
  valid_from: "2023-12-01",
  valid_to: "2026-12-01",
  registered_under: "《社会工作者职业水平证书登记办法》",
  employer_kind: "town_government",
  organisation_id: null,
  actions: [{ name: "renewal", method: "POST", href: "/api/registry/social-workers/w1/renewal", needs_reason: false, label: "再登记" }],
  links: {},
};

it("names the last day, and asks the hours before it renews", async () => {
  const asked = pretendServer(({ path }) => ({ body: path.endsWith("/areas") ? { items: areas, next: null, count: null } : worker }));
  show(<SocialWorkerPage />, { at: "/registry/social-workers/w1", path: "/registry/social-workers/:id" });
  expect(await screen.findByText("2023-12-01 至 2026-11-30")).toBeVisible();
  fireEvent.click(screen.getByText("再登记"));
  const dialog = within((await screen.findByLabelText(/继续教育学时/)).closest(".ant-modal") as HTMLElement);
  fireEvent.change(dialog.getByLabelText(/继续教育学时/), { target: { value: "72" } });
  fireEvent.click(dialog.getByText("再登记", { selector: "button *" }));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")).toMatchObject({ path: "/api/registry/social-workers/w1/renewal", body: { hours: 72 } }));
});
