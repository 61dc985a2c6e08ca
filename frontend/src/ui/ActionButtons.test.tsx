/** The server's buttons. */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal } from "@/testing/server";
import { ActionButtons } from "./ActionButtons";

const record = {
  version: 4,
  actions: [
    { name: "acceptance", method: "POST", href: "/api/projects/needs/1/acceptance", needs_reason: false, label: "受理" },
    { name: "return", method: "POST", href: "/api/projects/needs/1/return", needs_reason: true, label: "退回补正" },
  ],
};

it("sends an act at once with the version that was seen", async () => {
  const asked = pretendServer(() => ({}));
  show(<ActionButtons record={record} />);
  await userEvent.click(screen.getByRole("button", { name: "受理" }));
  expect(asked[0]).toMatchObject({ method: "POST", path: "/api/projects/needs/1/acceptance" });
  expect(asked[0]?.headers.get("If-Match")).toBe('"4"');
});

it("asks for the reason first and does not go without", async () => {
  const asked = pretendServer(() => ({}));
  show(<ActionButtons record={record} />);
  await userEvent.click(screen.getByRole("button", { name: "退回补正" }));
  const dialog = await screen.findByRole("dialog");
  const confirm = [...dialog.querySelectorAll("button")].find(({ textContent }) => textContent === "退回补正") as HTMLElement;
  await userEvent.click(confirm);
  expect(await screen.findByText("请写明理由")).toBeVisible();
  expect(asked).toHaveLength(0);
  await userEvent.type(screen.getByLabelText("退回补正的理由"), "缺少预算表");
  await userEvent.click(confirm);
  await waitFor(() => expect(asked[0]?.body).toEqual({ reason: "缺少预算表" }));
});

it("tells when somebody was faster and offers the latest", async () => {
  pretendServer(() => refusal(412, "version-stale", { title: "内容已被他人更新，请刷新后再提交。" }));
  show(<ActionButtons record={record} />);
  await userEvent.click(screen.getByRole("button", { name: "受理" }));
  expect(await screen.findByText("内容已被他人更新，请刷新后再提交。")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "载入最新内容" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

it("keeps the reason that was typed when the network fails or somebody clicks beside the dialog", async () => {
  let down = true;
  const asked = pretendServer(() => (down ? "network down" : {}));
  show(<ActionButtons record={record} />);
  await userEvent.click(screen.getByRole("button", { name: "退回补正" }));
  await userEvent.type(await screen.findByLabelText("退回补正的理由"), "缺少预算表");
  await userEvent.click(document.querySelector(".ant-modal-wrap") as HTMLElement);
  const dialog = within(screen.getByRole("dialog"));
  await userEvent.click(dialog.getByRole("button", { name: "退回补正" }));
  expect(await dialog.findByText("没有连上服务器，请检查网络后再试。")).toBeVisible();
  expect(screen.getAllByRole("alert")).toHaveLength(1);
  down = false;
  await userEvent.click(dialog.getByRole("button", { name: "退回补正" }));
  await waitFor(() => expect(asked.at(-1)?.body).toEqual({ reason: "缺少预算表" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("leaves an act with a form of its own to the feature", async () => {
  const asked = pretendServer(() => ({}));
  const award = vi.fn();
  show(<ActionButtons record={record} instead={{ acceptance: award }} />);
  await userEvent.click(screen.getByRole("button", { name: "受理" }));
  expect(award).toHaveBeenCalledOnce();
  expect(asked).toHaveLength(0);
});

it("asks once before what cannot be taken back, saying what will happen, and does it then", async () => {
  const asked = pretendServer(() => ({}));
  show(<ActionButtons record={record} consequences={{ acceptance: "受理“助餐”，不能撤回。", return: "退回“助餐”。" }} />);
  await userEvent.click(screen.getByRole("button", { name: "受理" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("受理“助餐”，不能撤回。")).toBeInTheDocument();
  expect(asked).toHaveLength(0);
  await userEvent.click(dialog.getByRole("button", { name: "受理" }));
  await waitFor(() => expect(asked).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await userEvent.click(screen.getByRole("button", { name: "退回补正" }));
  expect(await screen.findByText("退回“助餐”。")).toBeInTheDocument();
  expect(screen.getByLabelText("退回补正的理由")).toBeInTheDocument();
});

it("puts a way that is what is to be done now before the service's buttons", () => {
  show(<ActionButtons record={record} ways={[{ label: "起草项目", to: "/new", isMain: true }]} />);
  const [first, ...others] = screen.getAllByRole("button");
  expect(first).toHaveTextContent("起草项目");
  expect(first).toHaveClass("ant-btn-primary");
  for (const other of others) expect(other).not.toHaveClass("ant-btn-primary");
});
