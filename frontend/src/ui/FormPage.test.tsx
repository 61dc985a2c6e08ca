/** A form: refusals on fields, drafts, leaving. */
import { useQuery } from "@tanstack/react-query";
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Form, Input } from "antd";
import { expect, it, vi } from "vitest";
import { follow, ifMatch } from "@/api/client";
import { rememberPerson } from "@/api/kept";
import { Problem } from "@/api/problem";
import { show } from "@/testing/page";
import { pretendServer, refusal } from "@/testing/server";
import { Answered } from "./Answered";
import { FormPage } from "./FormPage";

interface NewNeed {
  title: string;
}

const form = (submit: (values: NewNeed) => Promise<{ id: string }>) => (
  <FormPage<NewNeed, { id: string }> title="登记需求" draft="need/new" labels={{ area_id: "所在村（社区）" }} submit={submit} done={({ id }) => `/needs/${id}`}>
    <Form.Item name="title" label="名称"><Input /></Form.Item>
  </FormPage>
);

it("puts the server's refusal on its field and the rest in the alert", async () => {
  const errors = [{ pointer: "/title", title: "至少 2 个字" }, { pointer: "/area_id", title: "必填" }];
  show(form(() => Promise.reject(new Problem({ type: "invalid", title: "填写的内容有误。", status: 422, errors }))));
  await userEvent.type(screen.getByLabelText("名称"), "助");
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  expect(await screen.findByText("至少 2 个字")).toBeVisible();
  expect(screen.getByText("所在村（社区）：必填")).toBeVisible();
  expect(screen.queryByText(/\//)).toBeNull();
});

it("keeps what was typed until the server has it", async () => {
  show(form(() => Promise.resolve({ id: "n1" })), { at: "/new" });
  await userEvent.type(screen.getByLabelText("名称"), "助餐");
  expect(sessionStorage.getItem("own::draft:need/new")).toBe('{"values":{"title":"助餐"}}');
  await userEvent.click(screen.getByRole("button", { name: "提交" }));
  expect(await screen.findByText("elsewhere")).toBeVisible();
  expect(sessionStorage.getItem("own::draft:need/new")).toBeNull();
});

it("brings a draft back and can start over", async () => {
  sessionStorage.setItem("own::draft:need/new", '{"values":{"title":"托管"}}');
  show(form(vi.fn()));
  expect(screen.getByLabelText("名称")).toHaveValue("托管");
  await userEvent.click(screen.getByRole("button", { name: "清空重填" }));
  expect(screen.getByLabelText("名称")).toHaveValue("");
});

it("asks before unsubmitted work is left", async () => {
  const router = show(form(vi.fn()), { at: "/new" });
  await userEvent.type(screen.getByLabelText("名称"), "助餐");
  await act(() => router.navigate("/away"));
  await waitFor(() => expect(screen.getByText("还没有提交，要离开吗？")).toBeVisible());
  expect(router.state.location.pathname).toBe("/new");
  await userEvent.click(screen.getByRole("button", { name: "离开" }));
  expect(router.state.location.pathname).toBe("/away");
});

/** The record, served at `version` with `title`; a save on an older version is refused and reads the newer record. */
function revision(drafted?: string) {
  if (drafted) sessionStorage.setItem("own::draft:need/1/revision", drafted);
  const record = { version: 3, title: "助餐", place: "一楼" };
  const asked = pretendServer(({ method, headers }) => {
    if (method === "GET") return { body: { ...record } };
    return headers.get("If-Match") === `"${record.version}"` ? { body: { id: "n1" } } : refusal(412, "version-stale", { title: "内容已被他人更新。" });
  });
  function Revision() {
    const query = useQuery({ queryKey: ["need"], queryFn: () => follow<typeof record>("/api/projects/needs/1") });
    return (
      <Answered query={query}>
        {({ version, ...initial }) => (
          <FormPage<Omit<typeof record, "version">, unknown>
            title="修改"
            draft="need/1/revision"
            initial={initial}
            version={version}
            labels={{ title: "名称", place: "地点" }}
            submit={(values, from) => follow("/api/projects/needs/1", { method: "PATCH", headers: ifMatch(from), body: JSON.stringify(values) })}
            done={() => "/done"}
          >
            <Form.Item name="title" label="名称"><Input /></Form.Item>
            <Form.Item name="place" label="地点"><Input /></Form.Item>
          </FormPage>
        )}
      </Answered>
    );
  }
  show(<Revision />, { at: "/edit" });
  const sent = () => asked.filter(({ method }) => method === "PATCH").map(({ headers, body }) => [headers.get("If-Match"), body]);
  return { record, sent };
}

const save = async () => userEvent.click(await screen.findByRole("button", { name: "提交" }));

it("never overwrites another's change unseen: it names what differs and takes the latest", async () => {
  const { record, sent } = revision();
  await userEvent.type(await screen.findByLabelText("名称"), "点");
  Object.assign(record, { version: 4, place: "二楼" });
  await save();
  await userEvent.click(await screen.findByRole("button", { name: "载入最新内容" }));
  expect(await screen.findByText(/与最新内容不同：名称、地点/)).toBeVisible();
  expect(screen.getByRole("button", { name: "提交" })).toBeDisabled();
  await userEvent.click(screen.getByRole("button", { name: "采用最新内容" }));
  expect(screen.getByLabelText("地点")).toHaveValue("二楼");
  await save();
  await screen.findByText("elsewhere");
  expect(sent()).toEqual([['"3"', { title: "助餐点", place: "一楼" }], ['"4"', { title: "助餐", place: "二楼" }]]);
});

it("holds a draft to the version it was begun from, and lets its own words go on knowingly", async () => {
  const { record, sent } = revision('{"values":{"title":"旧草稿","place":"一楼"},"version":2}');
  expect(await screen.findByText(/与最新内容不同：名称。/)).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "保留我填的" }));
  await save();
  await screen.findByText("elsewhere");
  expect(sent()).toEqual([[`"${record.version}"`, { title: "旧草稿", place: "一楼" }]]);
});

it("shows a draft to nobody but the account that typed it", () => {
  rememberPerson("another");
  sessionStorage.setItem("own:one:draft:need/new", '{"values":{"title":"托管"}}');
  show(form(vi.fn()));
  expect(screen.getByLabelText("名称")).toHaveValue("");
  rememberPerson(null);
});

it("sends once, however often it is pressed until the page is left", async () => {
  let arrive: (made: { id: string }) => void = vi.fn();
  const submit = vi.fn(() => new Promise<{ id: string }>((resolve) => (arrive = resolve)));
  show(form(submit), { at: "/new" });
  await userEvent.type(screen.getByLabelText("名称"), "助餐{Enter}");
  const typed = screen.getByLabelText("名称").closest("form") as HTMLFormElement;
  await waitFor(() => expect(submit).toHaveBeenCalled());
  fireEvent.submit(typed);
  await act(async () => {
    arrive({ id: "n1" });
    fireEvent.submit(typed);
    await Promise.resolve();
  });
  expect(await screen.findByText("elsewhere")).toBeVisible();
  expect(submit).toHaveBeenCalledTimes(1);
});
