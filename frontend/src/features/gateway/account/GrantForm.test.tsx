/** Giving a role: what is sent, and that an organisation is asked only where the role has one. */
import { fireEvent, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal } from "@/testing/server";
import { areas, inventedAccount } from "../invented";
import GrantForm from "./GrantForm";

function open(answer: { status?: number; body?: unknown } = { body: inventedAccount() }) {
  const asked = pretendServer(({ method, path }) => {
    if (method === "POST") return answer;
    return { body: path.endsWith("/areas") ? { items: areas, next: null, count: null } : path.includes("/organisations") ? { items: [], next: null } : inventedAccount() };
  });
  show(<GrantForm />, { at: "/gateway/accounts/a1/grants/new", path: "/gateway/accounts/:id/grants/new" });
  return asked;
}

async function choose(role: string) {
  fireEvent.mouseDown(await screen.findByLabelText("角色"));
  fireEvent.click(await screen.findByTitle(role));
}

it("sends the day after the last one, as the gateway counts", async () => {
  sessionStorage.setItem("own::draft:gateway/account/a1/grant", '{"values":{"valid_to":"2026-12-31"},"version":5}');
  const asked = open();
  await choose("镇街经办");
  expect(screen.queryByLabelText("所属组织")).toBeNull();
  fireEvent.click(screen.getByText("授予"));
  await screen.findByText("elsewhere");
  const sent = asked.find(({ method }) => method === "POST");
  expect(sent).toMatchObject({ path: "/api/gateway/accounts/a1/grants", body: { role: "town_officer", area_id: "town", organisation_id: null, valid_to: "2027-01-01" } });
  expect(sent?.headers.get("If-Match")).toBe('"5"');
});

it("asks the organisation of a manager", async () => {
  const asked = open();
  await choose("组织负责人");
  expect(await screen.findByLabelText("所属组织")).toBeVisible();
  fireEvent.click(screen.getByText("授予"));
  expect(await screen.findByText("请选择所属组织")).toBeVisible();
  expect(asked.some(({ method }) => method === "POST")).toBe(false);
});

it("puts a refusal on its field", async () => {
  sessionStorage.setItem("own::draft:gateway/account/a1/grant", '{"values":{"role":"community_officer"},"version":5}');
  open(refusal(422, "wrong-level", { title: "不能授予。", errors: [{ pointer: "/area_id", title: "此角色不能设在这一级片区。" }] }));
  fireEvent.click(await screen.findByText("授予"));
  const said = await screen.findByText("此角色不能设在这一级片区。");
  expect(said.closest(".ant-form-item")).toHaveTextContent("管辖或服务的片区");
});
