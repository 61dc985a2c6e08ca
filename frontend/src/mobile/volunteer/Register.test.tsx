/** Registering: the server judges the fields, and the number is not left on the phone. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { refusal } from "@/testing/server";
import { fakeVolunteer, inDays } from "../testing/fakes";
import { openPhone, page, serve } from "../testing/phone";
import { isUnderFourteen } from "./age";

const agree = (as = "我已阅读并同意") => userEvent.click(screen.getByRole("checkbox", { name: as }));
const submit = () => userEvent.click(screen.getByRole("button", { name: "提交注册" }));

it("keeps the draft without who it is, and shows what the server finds wrong with it", async () => {
  serve({
    "POST /api/volunteers/volunteers": () => refusal(422, "invalid", { title: "填写的内容有误。", detail: "证件号码的校验位不对", errors: [{ pointer: "/id_number", title: "填写的内容有误。" }] }),
  });
  openPhone("/register");
  await userEvent.type(await screen.findByLabelText("姓名"), "张美宁");
  await userEvent.type(screen.getByLabelText("证件号码"), "441900197804247178");
  await agree();
  await submit();
  expect(await screen.findByRole("alert")).toHaveTextContent("证件号码的校验位不对");
  expect(screen.getByLabelText("证件号码")).toHaveFocus();
  await userEvent.click(screen.getByRole("checkbox", { name: "青少年" }));
  expect(JSON.stringify([localStorage, sessionStorage])).not.toMatch(/441900197804247178|张美宁/);
  openPhone("/register");
  expect(await screen.findByLabelText("姓名")).toHaveValue("");
  expect(screen.getByRole("checkbox", { name: "青少年" })).toBeChecked();
  expect(screen.getByLabelText("证件号码")).toHaveValue("");
});

it("asks for a birth date and a guardian where the server does, and goes on to where one came from", async () => {
  const asked = serve({
    "GET /api/volunteers/signups": () => page([]),
    "POST /api/volunteers/volunteers": ({ body }) => {
      const given = body as { born_on?: string; guardian?: { name?: string } };
      if (!given.born_on) return refusal(422, "invalid", { detail: "此证件号码不含出生日期,请填写", errors: [{ pointer: "/born_on", title: "invalid" }] });
      if (!given.guardian?.name) return refusal(422, "guardian-consent-missing", { title: "未成年人须由监护人同意。", errors: [{ pointer: "/guardian", title: "未成年人须由监护人同意。" }] });
      return { status: 201, body: fakeVolunteer() };
    },
  });
  openPhone("/register?to=/signups");
  await userEvent.type(await screen.findByLabelText("姓名"), "小明");
  expect(screen.queryByLabelText("出生日期")).not.toBeInTheDocument();
  await agree();
  await submit();
  await userEvent.type(await screen.findByLabelText("出生日期"), "2015-06-01");
  await submit();
  await userEvent.type(await screen.findByLabelText("监护人姓名"), "李建国");
  expect(screen.getByLabelText("出生日期")).toHaveValue("2015-06-01");
  await agree("监护人已阅读并同意");
  await submit();
  expect(await screen.findByText("还没有报名")).toBeInTheDocument();
  expect(screen.getByText(/^注册成功，志愿者编号 \d+。$/)).toBeInTheDocument();
  expect(asked.filter(({ method }) => method === "POST").at(-1)?.body).toMatchObject({ born_on: "2015-06-01", guardian: { name: "李建国" } });
  expect(JSON.stringify(localStorage)).not.toContain("draft:");
});

it("tells how the data are used, and sends nothing before that is agreed to", async () => {
  const asked = serve({ "POST /api/volunteers/volunteers": () => ({ status: 201, body: fakeVolunteer() }) });
  const sent = () => asked.filter(({ method }) => method === "POST");
  openPhone("/register");
  await userEvent.click(await screen.findByText("个人信息处理告知"));
  expect(screen.getByText(/民政部门（志愿服务管理）/)).toBeVisible();
  expect(screen.getByText(/在“我的数据”查看、导出/)).toBeVisible();
  await submit();
  expect(screen.getByRole("alert")).toHaveTextContent("请阅读个人信息处理告知，同意后再提交");
  expect(screen.getByRole("checkbox", { name: "我已阅读并同意" })).toHaveFocus();
  expect(sent()).toHaveLength(0);
  await agree();
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  await submit();
  await vi.waitFor(() => expect(sent()).toHaveLength(1));
});

it("asks for the guardian as soon as the number tells of a child, and no longer once it does not", async () => {
  const asked = serve({ "POST /api/volunteers/volunteers": () => ({ status: 201, body: fakeVolunteer() }) });
  openPhone("/register");
  const number = await screen.findByLabelText("证件号码");
  await agree();
  await userEvent.type(number, `441900${inDays(-3650).slice(0, 10).replaceAll("-", "")}123`);
  expect(screen.queryByLabelText("监护人姓名")).not.toBeInTheDocument();
  await userEvent.type(number, "4");
  await userEvent.type(screen.getByLabelText("监护人姓名"), "李建国");
  // What was agreed to before it was a child's was not the guardian's to agree to.
  expect(screen.getByRole("checkbox", { name: "监护人已阅读并同意" })).not.toBeChecked();
  await submit();
  expect(screen.getByRole("alert")).toHaveTextContent("请监护人阅读");
  await userEvent.clear(number);
  await userEvent.type(number, "441900197804247178");
  expect(screen.queryByLabelText("监护人姓名")).not.toBeInTheDocument();
  await submit();
  await vi.waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).not.toHaveProperty("guardian"));
});

it("knows a child by whole numbers alone, until the day of coming of age", () => {
  const eve = new Date("2026-11-22T12:00:00+08:00");
  const day = new Date("2026-11-23T00:00:00+08:00");
  expect([eve, day].map((now) => isUnderFourteen("44190020121123123x", now))).toEqual([true, false]);
  expect(isUnderFourteen("441900 20121123 1234", eve)).toBe(true);
  expect(["", "44190020121123123", "E12345678"].map((number) => isUnderFourteen(number, eve))).toEqual([false, false, false]);
});
