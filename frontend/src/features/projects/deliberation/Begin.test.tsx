/** A talk that is begun from a need takes over what the need says. */
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer } from "@/testing/server";
import { account, areas, inventedNeed } from "../invented";
import DeliberationForm from "./DeliberationForm";
import { inventedRule } from "./invented";

it("takes over topic and category of the need", async () => {
  const need = inventedNeed({ title: "独居老人夜间陪护", category: "elderly" });
  pretendServer(({ path }) => {
    if (path === "/api/gateway/me") return { body: account("community_officer") };
    if (path === "/api/registry/areas") return { body: { items: areas, next: null, count: null } };
    if (path === "/api/projects/deliberation-rule") return { body: inventedRule };
    if (path === "/api/projects/need-categories") return { body: { items: [{ code: "elderly", name: "为老服务", source: "", assumption: true }], next: null, count: null } };
    return { body: path.endsWith("/needs/need-1") ? need : { items: [need], next: null, count: null } };
  });
  show(<DeliberationForm />, { at: "/projects/deliberations/new?need_id=need-1" });
  expect(await screen.findByLabelText("议题")).toHaveValue("独居老人夜间陪护");
  expect(await screen.findByTitle("为老服务")).toBeInTheDocument();
});
