/** Drafting a project from the needs that the address names. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal, type Asked } from "@/testing/server";
import { account, areas, inventedNeed } from "../invented";
import ProjectForm from "./ProjectForm";

const needs = [inventedNeed(), inventedNeed({ id: "need-2", title: "楼道扶手" })];

function officer({ method, path }: Asked) {
  if (path === "/api/gateway/me") return { body: account("community_officer") };
  if (path === "/api/registry/areas") return { body: { items: areas, next: null, count: null } };
  if (method === "POST") return refusal(409, "need-not-pooled", { errors: [{ pointer: "/need_ids/1", title: "所列需求不在需求池中。" }] });
  if (path.startsWith("/api/projects/published/deliberations")) return { body: { items: [], next: null, count: null } };
  const one = needs.find(({ id }) => path === `/api/projects/needs/${id}`);
  return { body: one ?? { items: path.startsWith("/api/projects") ? needs : [], next: null, count: null } };
}

const at = "/projects/projects/new?need_id=need-1&need_id=need-2";

/** What the officer had already typed before the page was left; the needs are the address's. */
const typed = { title: "邻里食堂", goals: ["每周送餐两次"], budget_fen: 5_000_000, starts_on: "2026-12-01", ends_on: "2027-03-31" };

it("begins with the needs of the address, by name, and sends them", async () => {
  sessionStorage.setItem("own::draft:projects/project/new/need-1/need-2", JSON.stringify({ values: typed }));
  const asked = pretendServer(officer);
  show(<ProjectForm />, { at });
  await screen.findByText("独居长者助餐");
  await screen.findByText("楼道扶手");
  fireEvent.click(screen.getByText("保存草稿"));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({ need_ids: ["need-1", "need-2"], ...typed }));
  await screen.findByText("所列需求不在需求池中。");
});

it("lets an organisation's manager choose from the open pool", async () => {
  const asked = pretendServer((one) => (one.path === "/api/gateway/me" ? { body: account("organisation_manager") } : officer(one)));
  show(<ProjectForm />, { at });
  await screen.findByText("独居长者助餐");
  const paths = asked.map(({ path }) => path);
  expect(paths).toContain("/api/projects/published/needs?limit=200&area_id=area-1");
  expect(paths.filter((path) => path.startsWith("/api/projects/needs"))).toEqual([]);
});
