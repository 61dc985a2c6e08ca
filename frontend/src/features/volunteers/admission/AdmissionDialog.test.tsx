/** Taking in: the lead names the volunteer by number, ticks the clash, and must say why. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import type { Opportunity } from "../opportunity/queries";
import { relations } from "../volunteer/messages";
import { AdmissionDialog } from "./AdmissionDialog";

it("offers the relations of a guardian in the words of their consents", async () => {
  pretendServer(() => ({ body: {} }));
  show(<AdmissionDialog act="办理加入" opportunity={{ id: "o1", title: "敬老", role_name: "探访员" } as Opportunity} onClose={() => undefined} />);
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  fireEvent.change(dialog.getByLabelText("监护人姓名"), { target: { value: "监护人" } });
  fireEvent.mouseDown(await dialog.findByLabelText("与本人的关系"));
  for (const relation of Object.values(relations)) expect((await screen.findAllByText(relation)).length).toBeGreaterThan(0);
});

it("sends number, clash and reason, and nothing of a guardian who is not asked for", async () => {
  const asked = pretendServer(() => ({ status: 201, body: { id: "s1" } }));
  show(<AdmissionDialog act="办理加入" opportunity={{ id: "o1", title: "敬老", role_name: "探访员" } as Opportunity} onClose={() => undefined} />);
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  const confirm = () => fireEvent.click(dialog.getByText("办理加入", { selector: "button *" }));
  fireEvent.change(dialog.getByLabelText("志愿者编号"), { target: { value: "4419544784494951" } });
  fireEvent.click(dialog.getByRole("checkbox", { hidden: true }));
  confirm();
  expect(await dialog.findByText("请写明理由")).toBeVisible();
  fireEvent.change(dialog.getByLabelText("加入的理由"), { target: { value: "两处相邻，中途换班" } });
  confirm();
  await waitFor(() => expect(asked.some(({ method }) => method === "POST")).toBe(true));
  const sent = asked.find(({ method }) => method === "POST");
  expect(sent?.path).toContain("/volunteers/opportunities/o1/admissions");
  expect(sent?.body).toEqual({ volunteer_number: "4419544784494951", despite_clash: true, reason: "两处相邻，中途换班" });
});
