/** What a resident reports survives the phone, and arrives once. */
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { keep, ownKey, readKept } from "@/api/kept";
import { pretendServer, refusal, type Asked } from "@/testing/server";
import type { Letter } from "../outbox";
import { asVisitor, openPhone, reopenPhone, serve } from "../testing/phone";

const AREAS = [
  { id: "city", code: "441900", name: "东莞市", parent_id: null },
  { id: "town-1", code: "441900003", name: "东城街道", parent_id: "city" },
  { id: "community-1", code: "441900003001", name: "岗贝社区", parent_id: "town-1" },
];
const common = {
  "GET /api/registry/areas": () => ({ body: { items: AREAS, next: null, count: null } }),
  "GET /api/projects/need-categories": () => ({ body: { items: [{ code: "elderly", name: "为老服务", source: "", assumption: true }], next: null, count: null } }),
};
const letters = (account: string | null) => JSON.parse(localStorage.getItem(ownKey("outbox", account)) ?? "[]") as Letter[];
const raised = (asked: Asked[]) => asked.filter(({ method, path }) => method === "POST" && path === "/api/projects/needs");

async function fill() {
  await userEvent.selectOptions(await screen.findByLabelText("哪方面的事"), await screen.findByRole("option", { name: "为老服务" }));
  await userEvent.type(screen.getByLabelText("一句话说明"), "路灯坏了");
  await userEvent.selectOptions(screen.getByLabelText("镇街"), "东城街道");
  await userEvent.selectOptions(screen.getByLabelText("村（社区）"), "岗贝社区");
}

it("keeps the draft over a reload and sends it once with one key", async () => {
  let down = true;
  const asked = serve({ ...common, "POST /api/projects/needs": () => (down ? "network down" : { status: 201, body: { id: "need-1" } }) });
  openPhone("/report");
  await fill();
  window.dispatchEvent(new Event("offline"));
  await reopenPhone("/report");
  expect(await screen.findByLabelText("一句话说明")).toHaveValue("路灯坏了");
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  expect(await screen.findByText("已保存在手机里，联网后自动提交一次。")).toBeInTheDocument();

  down = false;
  window.dispatchEvent(new Event("online"));
  await reopenPhone("/report");
  await waitFor(() => expect(raised(asked)).toHaveLength(2));
  await waitFor(() => expect(letters("account-1")).toEqual([]));
  expect(raised(asked)[1]?.headers.get("Idempotency-Key")).toBe(raised(asked)[0]?.headers.get("Idempotency-Key"));
  expect(screen.getByLabelText("一句话说明")).toHaveValue("");

  openPhone("/report");
  await screen.findByLabelText("一句话说明");
  expect(raised(asked)).toHaveLength(2);
});

it("is one need however often 提交 is tapped in a moment", async () => {
  for (const who of [{}, asVisitor]) {
    const asked = serve({ ...common, ...who, "POST /api/projects/needs": () => ({ status: 201, body: { id: "need-1" } }) });
    await reopenPhone("/report");
    await fill();
    const submit = screen.getByRole("button", { name: "提交" });
    // Both before the page is drawn anew.
    act(() => [1, 2].forEach(() => submit.click()));
    expect(await screen.findByText(/已收到/)).toBeInTheDocument();
    expect(raised(asked)).toHaveLength(1);
  }
});

it("takes what a visitor says, and what the server finds wrong stands at its field", async () => {
  const asked = serve({
    ...common,
    ...asVisitor,
    "POST /api/projects/needs": ({ body }) =>
      "contact" in (body as object)
        ? { status: 201, body: { id: "need-1" } }
        : { status: 422, body: { type: "invalid", title: "填写的内容有误。", status: 422, errors: [{ pointer: "/title", title: "至少 2 个字" }] } },
  });
  openPhone("/report");
  await fill();
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("至少 2 个字");
  await userEvent.type(screen.getByLabelText("电话"), "15400000001");
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  expect(await screen.findByText(/已收到/)).toBeInTheDocument();
  expect(raised(asked)[1]?.body).toEqual({ category: "elderly", title: "路灯坏了", description: "", area_id: "community-1", contact: { phone: "15400000001" } });
});

it("opens, can be filled in and stays its writer's without any network", async () => {
  serve(common);
  openPhone("/report");
  await fill();
  await waitFor(() => expect(localStorage.getItem("account")).toBe('"account-1"'));
  const asked = pretendServer(() => "network down");
  window.dispatchEvent(new Event("offline"));
  await reopenPhone("/report");
  expect(await screen.findByRole("option", { name: "为老服务" })).toBeInTheDocument();
  expect(screen.getByLabelText("村（社区）")).toHaveDisplayValue("岗贝社区");
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  expect(await screen.findByText("已保存在手机里，联网后自动提交一次。")).toBeInTheDocument();
  expect(raised(asked)).toHaveLength(1);
  expect(letters("account-1")).toMatchObject([{ body: { title: "路灯坏了" } }]);
  expect(screen.getByText("1 项等待提交")).toBeInTheDocument();

  // Nobody opens the app anew: it notices by itself that the network is back, and asks who this is.
  const then = serve({ ...common, "POST /api/projects/needs": () => ({ status: 201, body: { id: "need-1" } }) });
  window.dispatchEvent(new Event("online"));
  await waitFor(() => expect(letters("account-1")).toEqual([]));
  await waitFor(() => expect(screen.queryByText("1 项等待提交")).not.toBeInTheDocument());
  expect(raised(then)).toHaveLength(1);
  await waitFor(() => expect(then.some(({ path }) => path === "/api/gateway/me")).toBe(true));
});

it("leaves alone where the list of activities looks", async () => {
  keep("community", "town-1");
  serve({ ...common, "POST /api/projects/needs": () => ({ status: 201, body: { id: "need-1" } }) });
  openPhone("/report");
  await fill();
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  expect(await screen.findByText(/已收到/)).toBeInTheDocument();
  expect(readKept("community")).toBe("town-1");
});

it("keeps of a draft what is wanted, not who wants it", async () => {
  serve(common);
  openPhone("/report");
  await fill();
  await userEvent.type(screen.getByLabelText("称呼"), "张美宁");
  await userEvent.type(screen.getByLabelText("电话"), "15400000001");
  expect(JSON.stringify(localStorage)).toContain("路灯坏了");
  expect(JSON.stringify([localStorage, sessionStorage])).not.toMatch(/张美宁|15400000001/);
});

it("keeps a visitor's draft in this window only, for whoever signs in there", async () => {
  serve({ ...common, ...asVisitor });
  await reopenPhone("/report");
  await fill();
  expect(JSON.stringify(localStorage)).not.toContain("路灯坏了");
  serve(common);
  await reopenPhone("/report");
  await waitFor(() => expect(localStorage.getItem("account")).toBe('"account-1"'));
  expect(screen.getByLabelText("一句话说明")).toHaveValue("路灯坏了");
});

it("asks for what nobody can do without before it is kept for later", async () => {
  const asked = serve({ ...common, "POST /api/projects/needs": () => "network down" });
  openPhone("/report");
  await userEvent.click(await screen.findByRole("button", { name: "提交" }));
  expect(screen.getAllByText("请填写")).toHaveLength(3);
  expect(screen.getByLabelText("哪方面的事")).toHaveFocus();
  expect(raised(asked)).toHaveLength(0);
});

it("gives back what was refused later, with the reasons at the fields, and sends it again", async () => {
  let answer: "network down" | ReturnType<typeof refusal> = "network down";
  const asked = serve({ ...common, "POST /api/projects/needs": ({ body }) => ((body as { title: string }).title === "路灯坏了" ? answer : { status: 201, body: { id: "need-1" } }) });
  openPhone("/report");
  await fill();
  await userEvent.type(screen.getByLabelText("电话"), "15400000001");
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  await screen.findByText("已保存在手机里，联网后自动提交一次。");
  answer = refusal(422, "invalid", { title: "填写的内容有误。", errors: [{ pointer: "/title", title: "请写明地点" }] });
  window.dispatchEvent(new Event("online"));
  await userEvent.click(await screen.findByRole("link", { name: "修改后重发" }));
  expect(await screen.findByText("请写明地点")).toBeInTheDocument();
  expect(screen.getByLabelText("一句话说明")).toHaveValue("路灯坏了");
  expect(screen.getByLabelText("电话")).toHaveValue("15400000001");
  await userEvent.type(screen.getByLabelText("一句话说明"), "，花园路 3 号");
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  expect(await screen.findByText("已收到，由村（社区）受理。")).toBeInTheDocument();
  expect(raised(asked).at(-1)?.body).toMatchObject({ title: "路灯坏了，花园路 3 号", contact: { phone: "15400000001" } });
  expect(letters("account-1")).toEqual([]);
});
