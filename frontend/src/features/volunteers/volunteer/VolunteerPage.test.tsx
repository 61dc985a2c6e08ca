/** A volunteer is masked; the full data is shown once, after a reason, and is gone with the dialog. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, type Asked } from "@/testing/server";
import { inventedVolunteer } from "../invented";
import VolunteerPage from "./VolunteerPage";

const FULL = { masked: false, name: "叶国华", id_number: "441900199411063915", born_on: "1994-11-06" };

function answer({ path }: Asked): { body: unknown } {
  if (path.endsWith("/unmasking")) return { body: inventedVolunteer(FULL) };
  if (path.endsWith("/volunteers/v1")) return { body: inventedVolunteer() };
  return path.includes("/total") ? { body: { volunteer_id: "v1", confirmed_minutes: 110, waiting_minutes: 0 } } : { body: path.endsWith("/areas") ? { items: [], next: null, count: null } : { items: [], next: null, count: null } };
}

async function opened() {
  const asked = pretendServer(answer);
  show(<VolunteerPage />, { at: "/volunteers/volunteers/v1", path: "/volunteers/volunteers/:id" });
  fireEvent.click(await screen.findByText("查看完整信息"));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  return { asked, dialog, confirm: () => fireEvent.click(dialog.getByText("查看完整信息", { selector: "button *" })) };
}

it("asks a reason before it unmasks", async () => {
  const { asked, dialog, confirm } = await opened();
  confirm();
  expect(await dialog.findByText("请写明理由")).toBeVisible();
  expect(asked.some(({ path }) => path.endsWith("/unmasking"))).toBe(false);
  expect(screen.queryByText(FULL.id_number)).toBeNull();
});

it("shows the full data once, with the reason sent, and forgets it", async () => {
  const { asked, dialog, confirm } = await opened();
  fireEvent.change(dialog.getByLabelText("查看完整信息的理由"), { target: { value: "核对参加人员身份" } });
  confirm();
  expect(await screen.findByText(FULL.id_number)).toBeInTheDocument();
  expect(asked.find(({ path }) => path.endsWith("/unmasking"))?.body).toEqual({ reason: "核对参加人员身份" });
  fireEvent.click(screen.getByText("看完关闭"));
  await waitFor(() => expect(screen.queryByText(FULL.id_number)).toBeNull());
  expect(screen.getByText("4419**********3915")).toBeVisible();
});
