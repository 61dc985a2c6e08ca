/** Standing and sanctions: of a day and why, what a ground leads to, and how one is lifted. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal, type Asked } from "@/testing/server";
import { areas, invented } from "../invented";
import { inventedSanction, verbOf } from "../inventedKept";
import SanctionForm from "./SanctionForm";
import SanctionPage from "./SanctionPage";
import { StandingOf } from "./StandingOf";

const page = (items: unknown[]) => ({ items, next: null, count: null });
const grounds = { source: "办法", valid_from: "2018-01-24", items: [{ code: "evaluation-failed", measure: "bar", title: "考核评估不合格", article: "《考核评估实施办法》", assumption: true, longest_months: 12 }] };
const standing = {
  organisation_id: "o1", on: "2026-11-23", name: "林村睦邻互助社", uscc: null, path: "filed", standing: "barred", may_bid: false, as_of: "2026-11-23T01:00:00Z",
  reasons: [{ code: "barred", title: "禁止参与政府采购", since: "2026-01-01", until: "2027-01-01", ground: "evaluation-failed" }],
};
const officer = { id: "a", kind: "staff", display_name: "陈敏", grants: [{ role: "town_officer", area_id: "area-441900116", area_name: "塘厦镇", scope_key: "x" }] };

const server = (onPost: { status?: number; body?: unknown } = { body: inventedSanction() }) =>
  pretendServer(({ method, path }: Asked) => {
    if (path.endsWith("/me")) return { body: officer };
    if (path.endsWith("/areas")) return { body: page(areas) };
    if (path.endsWith("/sanction-grounds")) return { body: grounds };
    if (path.includes("/standing")) return { body: standing };
    if (method !== "GET") return onPost;
    if (path.endsWith("/sanctions/x1")) return { body: inventedSanction({ actions: [verbOf("sanctions/x1/lifting", "解除", true)] }) };
    if (path.includes("/sanctions")) return { body: page([inventedSanction()]) };
    return { body: invented({ state: "filed" }) };
  });

it("says the standing of the day, why, and what was imposed", async () => {
  server();
  show(<StandingOf of={invented({ state: "filed" })} />);
  expect(await screen.findByText("不能投标")).toBeVisible();
  expect(screen.getByText("自 2026-01-01 至 2026-12-31")).toBeVisible();
  expect(await screen.findByText("考核评估不合格")).toBeVisible();
  expect((await screen.findByText("作出处理")).closest("a")).toHaveAttribute("href", "/registry/sanctions/new?organisation_id=o1");
});

it("says what a ground leads to, and puts a refusal on its field", async () => {
  const asked = server(refusal(422, "end-missing", { title: "须写明截止日期", errors: [{ pointer: "/ends_on", title: "须写明截止日期" }] }));
  show(<SanctionForm />, { at: "/registry/sanctions/new?organisation_id=o1" });
  fireEvent.mouseDown(await screen.findByLabelText("处理事由"));
  fireEvent.click(await screen.findByTitle(/考核评估不合格（/));
  expect(await screen.findByText("处理：禁止参与政府采购，最长 12 个月")).toBeVisible();
  fireEvent.change(screen.getByLabelText("决定文号"), { target: { value: "东社处〔2026〕7号" } });
  fireEvent.click(screen.getByText("作出处理", { selector: "button *" }));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({ organisation_id: "o1", ground: "evaluation-failed", ends_on: null }));
  expect((await screen.findAllByText("须写明截止日期")).length).toBeGreaterThan(0);
});

it("is lifted with a reason", async () => {
  const asked = server();
  show(<SanctionPage />, { at: "/registry/sanctions/x1", path: "/registry/sanctions/:id" });
  fireEvent.click(await screen.findByText("解除", { selector: "button *" }));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  fireEvent.change(dialog.getByLabelText("解除的理由"), { target: { value: "整改完成" } });
  fireEvent.click(dialog.getByText("解除", { selector: "button *" }));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")).toMatchObject({ path: "/api/registry/sanctions/x1/lifting", body: { reason: "整改完成" } }));
});
