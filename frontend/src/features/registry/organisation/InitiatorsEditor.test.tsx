/** The initiators of a filing: what is sent of each row, and where a refusal of a row lands. */
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "@/testing/page";
import { pretendServer, refusal } from "@/testing/server";
import { areas, invented } from "../invented";
import { declared } from "./InitiatorsEditor";
import OrganisationRevision from "./OrganisationRevision";

const row = (legend: string) => within(screen.getByText(legend).closest("fieldset") as HTMLElement);
const save = () => fireEvent.click(screen.getByText("保存修改"));

async function fill() {
  show(<OrganisationRevision />, { at: "/registry/organisations/o1/revision", path: "/registry/organisations/:id/revision" });
  await screen.findByText("1 · 自然人");
  fireEvent.change(row("1 · 自然人").getByLabelText("姓名"), { target: { value: "演示一" } });
  fireEvent.change(row("1 · 自然人").getByLabelText("证件号码"), { target: { value: "440000" } });
}

function serve(answer: { status?: number; body?: unknown }) {
  return pretendServer(({ method, path }) => {
    if (method === "PUT") return answer;
    return { body: path.endsWith("/areas") ? { items: areas, next: null, count: null } : invented({ state: "correction", returned_because: "发起人证件不清" }) };
  });
}

it("asks persons anew and brings legal persons back", async () => {
  serve({ body: invented() });
  await fill();
  expect(screen.getByText("退回意见：发起人证件不清")).toBeVisible();
  expect(screen.getByText(/请重新填写：演\*/)).toBeVisible();
  expect(row("2 · 法人").getByLabelText("统一社会信用代码")).toHaveValue("51441900MJ0000018B");
});

it("sends each row by its kind, with the version that was read", async () => {
  const asked = serve({ body: invented() });
  await fill();
  save();
  await screen.findByText("elsewhere");
  const sent = asked.find(({ method }) => method === "PUT");
  expect(sent?.headers.get("If-Match")).toBe('"3"');
  expect(sent?.body).toMatchObject({
    initiators: [
      { kind: "natural", name: "演示一", id_type: "resident_id", id_number: "440000" },
      { kind: "legal", name: "演示物业公司", uscc: "51441900MJ0000018B" },
    ],
  });
});

it("puts a refusal on the right field of the right row, and one of the list under the list", async () => {
  const errors = [
    { pointer: "/initiators/0/id_number", title: "证件号码的校验位不对" },
    { pointer: "/initiators/1/uscc", title: "第18位校验码与前17位不符" },
    { pointer: "/initiators", title: "同一发起人只能填一次" },
  ];
  serve(refusal(422, "invalid", { title: "填写的内容有误。", errors }));
  await fill();
  save();
  expect(await row("1 · 自然人").findByText("证件号码的校验位不对")).toBeVisible();
  expect(row("2 · 法人").getByText("第18位校验码与前17位不符")).toBeVisible();
  expect(row("2 · 法人").queryByText("证件号码的校验位不对")).toBeNull();
  expect(row("发起人").getByText("同一发起人只能填一次")).toBeVisible();
});

it("counts rows as the server does after one is removed", async () => {
  serve(refusal(422, "invalid", { title: "填写的内容有误。", errors: [{ pointer: "/initiators/0/uscc", title: "应为18位" }] }));
  await fill();
  fireEvent.click(row("1 · 自然人").getByText("移除"));
  save();
  expect(await row("1 · 法人").findByText("应为18位")).toBeVisible();
  expect(row("1 · 法人").queryByText("移除")).toBeNull();
});

it("keeps the names and numbers of people out of the draft", async () => {
  serve({ body: invented() });
  await fill();
  fireEvent.change(screen.getByLabelText("活动场所"), { target: { value: "二楼活动室" } });
  const kept = sessionStorage.getItem("own::draft:registry/organisation/o1/revision");
  expect(kept).toContain("二楼活动室");
  expect(kept).not.toContain("演示一");
  expect(kept).not.toContain("440000");
});

it("sends nothing of the other kind", () => {
  const both = { name: "演示", id_type: "passport", id_number: "E1", uscc: "5144" } as const;
  expect(declared({ kind: "natural", ...both })).toEqual({ kind: "natural", name: "演示", id_type: "passport", id_number: "E1" });
  expect(declared({ kind: "legal", ...both })).toEqual({ kind: "legal", name: "演示", uscc: "5144" });
});
