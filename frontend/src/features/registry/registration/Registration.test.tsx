/** Registrations: who decides until when, the code that is checked while it is typed, promotion of one filed body. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { Button, Form } from "antd";
import { expect, it, vi } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal, type Asked } from "@/testing/server";
import { areas, invented } from "../invented";
import { inventedConditions, inventedRegistration, verbOf } from "../inventedKept";
import { DocumentFields } from "./DocumentFields";
import type { Registration } from "./queries";
import RegistrationCorrection from "./RegistrationCorrection";
import RegistrationForm from "./RegistrationForm";
import RegistrationPage from "./RegistrationPage";

type Given = { status?: number; body?: unknown };

const server = (record: Registration, onPost: Given = { body: record }, found: unknown[] = []) =>
  pretendServer(({ method, path }: Asked) => {
    if (method !== "GET") return onPost;
    if (path.endsWith("/registration-conditions")) return { body: inventedConditions };
    if (path === "/api/gateway/me") return { body: { grants: [{ role: "town_officer" }] } };
    if (path.includes("/attachments/")) return { body: { id: "file-1", name: "章程草案.pdf", size: 20_000 } };
    if (path.includes("/uscc-findings")) return { body: found };
    if (path.includes("/organisations/o1")) return { body: invented({ state: "filed" }) };
    return { body: path.endsWith("/areas") ? { items: areas, next: null, count: null } : record };
  });

const open = () => show(<RegistrationPage />, { at: "/registry/registrations/r1", path: "/registry/registrations/:id" });

it("says who accepts until which day, and what was declared", async () => {
  server(inventedRegistration());
  open();
  const next = within((await screen.findByText("下一步")).closest("section") as HTMLElement);
  expect(next.getByText(/齐全的受理，不齐的一次告知补正/)).toBeVisible();
  expect(next.getByText(/2099-01-08/)).toBeVisible();
  expect(screen.getByText("30,000.00 元")).toBeVisible();
  expect(screen.getByText("新成立")).toBeVisible();
  expect(await screen.findByText("章程草案.pdf")).toBeVisible();
  expect(screen.getByText("原件交窗口")).toBeVisible();
});

it("checks the code while it is typed, and grants until the last day that is named", async () => {
  const record = inventedRegistration({ state: "accepted", actions: [verbOf("registrations/r1/grant", "准予登记")] });
  const asked = server(record, refusal(409, "uscc-taken", { title: "已用于其他组织", errors: [{ pointer: "/uscc", title: "已用于其他组织" }] }), [{ code: "kind", detail: "代码与组织类型不符", is_warning: false }]);
  open();
  fireEvent.click(await screen.findByText("准予登记"));
  const dialog = within(await screen.findByRole("dialog", { hidden: true }));
  fireEvent.change(dialog.getByLabelText("统一社会信用代码"), { target: { value: "51441900MJ0000018B" } });
  expect(await dialog.findByText("有误：代码与组织类型不符")).toBeInTheDocument();
  fireEvent.change(dialog.getByLabelText("登记证书编号"), { target: { value: "东社证字第1号" } });
  fireEvent.mouseDown(dialog.getByLabelText("证书有效期至"));
  fireEvent.change(dialog.getByLabelText("证书有效期至"), { target: { value: "2030-11-30" } });
  fireEvent.keyDown(dialog.getByLabelText("证书有效期至"), { key: "Enter", keyCode: 13 });
  fireEvent.click(dialog.getByText("准予登记", { selector: "button *" }));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toEqual({ uscc: "51441900MJ0000018B", certificate_number: "东社证字第1号", valid_to: "2030-12-01" }));
  expect((await dialog.findAllByText("已用于其他组织")).length).toBeGreaterThan(0);
});

it("applies for the filed body that the address names, with what is known of it", async () => {
  const asked = server(inventedRegistration());
  show(<RegistrationForm />, { at: "/registry/registrations/new?organisation_id=o1" });
  expect(await screen.findByLabelText("组织名称")).toHaveValue("林村睦邻互助社");
  fireEvent.change(screen.getByLabelText(/^业务范围/), { target: { value: "邻里互助" } });
  fireEvent.change(screen.getByLabelText("注册资金"), { target: { value: "30000" } });
  fireEvent.change(screen.getByLabelText("法定代表人姓名"), { target: { value: "演示法人" } });
  fireEvent.change(screen.getByLabelText("法定代表人证件号码"), { target: { value: "440000" } });
  expect(screen.getByText("活动范围在一个村（社区）的：20 人以上，5,000.00 元以上")).toBeVisible();
  fireEvent.change(screen.getByLabelText("“验资报告”的说明"), { target: { value: "原件交窗口" } });
  fireEvent.change(screen.getByLabelText("“章程草案”的说明"), { target: { value: "会议后补交" } });
  fireEvent.click(screen.getByText("提交申请"));
  await waitFor(() => expect(asked.find(({ method }) => method === "POST")?.body).toMatchObject({
    organisation_id: "o1",
    funds_fen: 3_000_000,
    documents: [{ name: "验资报告", note: "原件交窗口", attachment_ids: [] }, { name: "章程草案", note: "会议后补交", attachment_ids: [] }],
    representative: { name: "演示法人", id_type: "resident_id", id_number: "440000" },
  }));
});

it("asks the representative anew when it is corrected, and says why it came back", async () => {
  server(inventedRegistration({ state: "correction", returned_because: "章程缺页" }));
  show(<RegistrationCorrection />, { at: "/registry/registrations/r1/correction", path: "/registry/registrations/:id/correction" });
  expect(await screen.findByText("退回意见：章程缺页")).toBeVisible();
  expect(screen.getByLabelText("法定代表人姓名")).toHaveValue("");
  expect(screen.getByLabelText("“验资报告”的说明")).toHaveValue("原件交窗口");
  expect(await screen.findByText("章程草案.pdf")).toBeVisible();
});

it("asks for a file, or for why there is none", async () => {
  pretendServer(() => ({ body: {} }));
  const finished = vi.fn();
  show(<Form onFinish={finished}><DocumentFields names={["验资报告"]} /><Button htmlType="submit">提交</Button></Form>);
  fireEvent.click(screen.getByText("提交"));
  expect(await screen.findByText("请上传文件，或说明为什么没有文件")).toBeVisible();
  fireEvent.change(screen.getByLabelText("“验资报告”的说明"), { target: { value: "原件交窗口" } });
  fireEvent.click(screen.getByText("提交"));
  await waitFor(() => expect(finished).toHaveBeenCalled());
});
