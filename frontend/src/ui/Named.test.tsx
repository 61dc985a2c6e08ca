/** A name: told, withheld, or merely out of reach. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal } from "@/testing/server";
import { OrganisationName } from "./OrganisationName";

it("calls an organisation outside the area only when the registry says so", async () => {
  pretendServer(() => refusal(404, "not-found"));
  show(<OrganisationName id="o1" />);
  expect(await screen.findByText("辖区外的组织")).toBeVisible();
});

it("does not call it so when the answer cannot be had", async () => {
  pretendServer(() => refusal(500, "unexpected"));
  show(<OrganisationName id="o1" />);
  expect(await screen.findByText("（暂时读不到）")).toBeVisible();
});
