/** A form: refusals on fields, drafts, leaving. */
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Form, Input } from "antd";
import { expect, it, vi } from "vitest";
import { Problem } from "@/api/problem";
import { show } from "@/testing/page";
import { FormPage } from "./FormPage";

interface NewNeed {
  title: string;
}

const form = (submit: (values: NewNeed) => Promise<{ id: string }>) => (
  <FormPage<NewNeed, { id: string }> title="登记需求" draft="need/new" submit={submit} done={({ id }) => `/needs/${id}`}>
    <Form.Item name="title" label="名称"><Input /></Form.Item>
  </FormPage>
);

it("puts the server's refusal on its field and the rest in the alert", async () => {
  const errors = [{ pointer: "/title", title: "至少 2 个字" }, { pointer: "/area_id", title: "必填" }];
  show(form(() => Promise.reject(new Problem({ type: "invalid", title: "填写的内容有误。", status: 422, errors }))));
  await userEvent.type(screen.getByLabelText("名称"), "助");
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  expect(await screen.findByText("至少 2 个字")).toBeVisible();
  expect(screen.getByText("/area_id 必填")).toBeVisible();
  expect(screen.queryByText("/title 至少 2 个字")).toBeNull();
});

it("keeps what was typed until the server has it", async () => {
  show(form(() => Promise.resolve({ id: "n1" })), { at: "/new" });
  await userEvent.type(screen.getByLabelText("名称"), "助餐");
  expect(sessionStorage.getItem("draft:need/new")).toBe('{"title":"助餐"}');
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  expect(await screen.findByText("elsewhere")).toBeVisible();
  expect(sessionStorage.getItem("draft:need/new")).toBeNull();
});

it("brings a draft back and can start over", async () => {
  sessionStorage.setItem("draft:need/new", '{"title":"托管"}');
  show(form(vi.fn()));
  expect(screen.getByLabelText("名称")).toHaveValue("托管");
  await userEvent.click(screen.getByRole("button", { name: "清空重填" }));
  expect(screen.getByLabelText("名称")).toHaveValue("");
});

it("asks before unsubmitted work is left", async () => {
  const router = show(form(vi.fn()), { at: "/new" });
  await userEvent.type(screen.getByLabelText("名称"), "助餐");
  await act(() => router.navigate("/away"));
  await vi.waitFor(() => expect(screen.getByText("还没有提交，要离开吗？")).toBeVisible());
  expect(router.state.location.pathname).toBe("/new");
  await userEvent.click(screen.getByRole("button", { name: "离开" }));
  expect(router.state.location.pathname).toBe("/away");
});
