/** Registering: the server judges the fields, and the number is not left on the phone. */
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { refusal } from "@/testing/server";
import { fakeVolunteer } from "../testing/fakes";
import { openPhone, page, serve } from "../testing/phone";

it("keeps the draft without who it is, and shows what the server finds wrong with it", async () => {
  serve({
    "POST /api/volunteers/volunteers": () => refusal(422, "invalid", { title: "填写的内容有误。", detail: "证件号码的校验位不对", errors: [{ pointer: "/id_number", title: "填写的内容有误。" }] }),
  });
  openPhone("/register");
  await userEvent.type(await screen.findByLabelText("姓名"), "张美宁");
  await userEvent.type(screen.getByLabelText("证件号码"), "441900197804247178");
  await userEvent.click(screen.getByRole("button", { name: "提交注册" }));
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
  await userEvent.click(screen.getByRole("button", { name: "提交注册" }));
  await userEvent.type(await screen.findByLabelText("出生日期"), "2015-06-01");
  await userEvent.click(screen.getByRole("button", { name: "提交注册" }));
  await userEvent.type(await screen.findByLabelText("监护人姓名"), "李建国");
  expect(screen.getByLabelText("出生日期")).toHaveValue("2015-06-01");
  await userEvent.click(screen.getByRole("button", { name: "提交注册" }));
  expect(await screen.findByText("还没有报名")).toBeInTheDocument();
  expect(screen.getByText(/^注册成功，志愿者编号 \d+。$/)).toBeInTheDocument();
  expect(asked.filter(({ method }) => method === "POST").at(-1)?.body).toMatchObject({ born_on: "2015-06-01", guardian: { name: "李建国" } });
  expect(JSON.stringify(localStorage)).not.toContain("draft:");
});
