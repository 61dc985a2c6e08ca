/** A new target: shares are typed in percent, the organ kind is asked only where targets differ by it. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal } from "@/testing/server";
import { CITY, leader } from "../invented";
import TargetForm from "./TargetForm";

const officer = { ...leader, grants: leader.grants.map((grant) => ({ ...grant, role: "bureau_officer" })) };

it("sends a share as a share and places the refusal on its field", async () => {
  const asked = pretendServer(({ method }) =>
    method === "POST" ? refusal(422, "target-backdated", { title: "新目标须自今天或以后生效。", errors: [{ pointer: "/valid_from", title: "新目标须自今天或以后生效" }] }) : { body: officer },
  );
  show(<TargetForm />, { at: "/assessment/targets/new?indicator=volunteer_ratio" });
  fireEvent.change(await screen.findByLabelText("目标值"), { target: { value: "14.5" } });
  fireEvent.change(screen.getByLabelText("依据的文件"), { target: { value: "《新方案》" } });
  expect(screen.queryByLabelText("组织形态")).toBeNull();
  fireEvent.click(screen.getByText("设定"));
  await waitFor(() => expect(asked.some(({ method }) => method === "POST")).toBe(true));
  expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({ area_id: CITY, indicator: "volunteer_ratio", value: 0.145, organ_kind: null });
  expect(await screen.findByText("新目标须自今天或以后生效")).toBeVisible();
});
